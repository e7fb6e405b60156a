import MigrationModel

/// What planning looks up of its input, found once, so that a plan takes time in proportion to its services.
struct PlanningIndex {
    /// ServiceAccounts by input and name.
    let accounts: [WorkloadName: ServiceAccountFacts]
    /// The bindings that name a ServiceAccount, by input and `NAMESPACE/NAME`.
    let bindings: [Subject: [String]]
    /// What carriers hold.
    let contents: [WorkloadName: CarrierContents]
    /// The identities of containers, by service.
    let identities: [WorkloadName: [ContainerIdentity]]
    /// The identities that the ServiceAccounts of a service have, once each, without those of the plan that is revised.
    let federated: [WorkloadName: [FederatedIdentity]]
    /// The mechanisms of these.
    let mechanisms: [WorkloadName: Set<Mechanism>]
    /// How many ServiceAccounts of an input have each mechanism.
    let inUse: [String: [Mechanism: Int]]
    /// How many services use a ServiceAccount.
    let users: [WorkloadName: Int]
    /// The workloads that use the template of another one, by that one: Argo Rollouts with `workloadRef`.
    let followers: [WorkloadName: [ObjectReference]]
    /// What gives identities in an input.
    let installations: [String: Set<Installation.Purpose>]
    /// The inputs that have DaemonSets at all.
    let inputsWithDaemonSets: Set<String>

    /// A ServiceAccount as RBAC names it.
    struct Subject: Hashable {
        var input: String
        var name: String
    }

    init(_ input: PlanningInput) {
        let (objects, trace) = (input.objects, input.report.trace)
        accounts = Dictionary(
            objects.serviceAccounts.map { (WorkloadName(input: $0.input, object: $0.object.reference), $0) },
            uniquingKeysWith: { first, _ in first })
        bindings = objects.roleBindings.reduce(into: [:]) { found, binding in
            for name in binding.serviceAccounts {
                found[Subject(input: binding.input, name: name), default: []].append(binding.object.description)
            }
        }
        contents = Dictionary(
            objects.contents.map { (WorkloadName(input: $0.input, object: $0.object), $0) },
            uniquingKeysWith: { first, _ in first })
        identities = Dictionary(grouping: trace.identities, by: \.service)
        var federated: [WorkloadName: [FederatedIdentity]] = [:]
        for record in trace.inventory where !record.identities.isEmpty {
            let foreign = record.identities.filter { identity in
                !input.given.contains { $0.isBound(to: record.serviceAccount, as: identity) }
            }
            for service in record.services {
                for identity in foreign where federated[service]?.contains(identity) != true {
                    federated[service, default: []].append(identity)
                }
            }
        }
        self.federated = federated
        mechanisms = federated.mapValues { Set($0.map(\.mechanism)) }
        inUse = trace.inventory.reduce(into: [:]) { found, record in
            for identity in record.identities { found[record.input, default: [:]][identity.mechanism, default: 0] += 1 }
        }
        users = trace.inventory.reduce(into: [:]) { found, record in
            found[WorkloadName(input: record.input, object: record.serviceAccount)] = record.services.count
        }
        followers = objects.workloads.reduce(into: [:]) { found, workload in
            guard let source = workload.templateSource else { return }
            let name = WorkloadName(input: workload.input, object: source)
            found[name, default: []].append(workload.object.reference)
        }
        installations = objects.installations.reduce(into: [:]) { $0[$1.input, default: []].insert($1.purpose) }
        inputsWithDaemonSets = Set(
            objects.kinds.filter { $0.value.keys.contains { $0.hasSuffix("/DaemonSet") } }.map(\.key))
    }

    /// A ServiceAccount in the namespace of a service, as it is looked up.
    static func account(_ name: String, of service: WorkloadName) -> WorkloadName {
        WorkloadName(
            input: service.input,
            object: ObjectReference(
                apiVersion: "v1", kind: "ServiceAccount", namespace: service.object.namespace, name: name))
    }
}

extension PlannedIdentity {
    /// Whether a ServiceAccount has an identity because this was bound to it.
    ///
    /// Injected Pods and Azure client ids do not tell which identity it is; one that had been there before the plan would have got
    /// the service a ServiceAccount of its own.
    fileprivate func isBound(to account: ObjectReference, as identity: FederatedIdentity) -> Bool {
        let name = identity.principal.hasPrefix("arn:") ? identity.principal.split(separator: "/").last : nil
        return account.namespace == namespace && account.name == serviceAccount && identity.mechanism == mechanism
            && (name.map { $0 == role } ?? true)
    }
}
