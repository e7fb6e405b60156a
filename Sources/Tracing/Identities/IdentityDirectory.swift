import MigrationModel

/// The federated identities that ServiceAccounts have.
struct IdentityDirectory {
    private var identities: [Name: [FederatedIdentity]] = [:]

    private struct Name: Hashable {
        var cluster: Int
        var namespace: String?
        var name: String
    }

    /// - Parameters:
    ///   - objects: ServiceAccounts, and Pods that show what was injected.
    ///   - associations: what the cloud says of EKS Pod Identity.
    ///   - clusters: which inputs belong together.
    init(_ objects: ClusterObjects, associations: [PodIdentityAssociation], clusters: InputClusters) {
        for account in objects.serviceAccounts {
            let reference = account.object.reference
            let name = Name(
                cluster: clusters.cluster(of: account.input), namespace: reference.namespace, name: reference.name)
            for identity in IdentityAnnotations.identities(of: account.object) { add(identity, to: name) }
        }
        for association in associations {
            for cluster in clusters.clusters(named: association.cluster) {
                add(
                    FederatedIdentity(
                        mechanism: .eksPodIdentity, principal: association.role, evidence: .association),
                    to: Name(cluster: cluster, namespace: association.namespace, name: association.serviceAccount))
            }
        }
        // Through the index: to take a workload out of the array would copy all of it.
        for index in objects.workloads.indices where objects.workloads[index].pod != nil {
            if objects.workloads[index].templates.contains(where: \.hasForeignToken) {
                addInjected(objects.workloads[index], clusters)
            }
        }
    }

    /// The identities of one ServiceAccount, annotations first; none for most.
    func identities(of account: String, in namespace: String?, cluster: Int) -> [FederatedIdentity] {
        identities[Name(cluster: cluster, namespace: namespace, name: account)] ?? []
    }

    /// What running Pods show that nothing else says, as on clusters where a table of the webhook stands for annotations.
    private mutating func addInjected(_ pod: Workload, _ clusters: InputClusters) {
        for template in pod.templates {
            let name = Name(
                cluster: clusters.cluster(of: pod.input), namespace: pod.object.reference.namespace,
                name: template.serviceAccount)
            for mechanism in InjectedMarks.mechanisms(in: template)
            where identities[name]?.contains(where: { $0.mechanism == mechanism }) != true {
                let principal = InjectedMarks.principal(of: mechanism, in: template)
                add(FederatedIdentity(mechanism: mechanism, principal: principal, evidence: .injectedPods), to: name)
            }
        }
    }

    private mutating func add(_ identity: FederatedIdentity, to name: Name) {
        if identities[name]?.contains(identity) != true { identities[name, default: []].append(identity) }
    }
}

extension PodTemplate {
    /// Whether it has a token for anybody but the API server, without which a Pod was not injected.
    fileprivate var hasForeignToken: Bool {
        volumes.contains { volume in
            volume.sources.contains { if case .token(let token) = $0 { !token.audience.isEmpty } else { false } }
        }
    }
}
