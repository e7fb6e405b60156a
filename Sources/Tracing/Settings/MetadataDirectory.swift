import MigrationModel

/// What the metadata services of a cluster's nodes answer, as far as nodes and ServiceAccounts show it.
struct MetadataDirectory {
    private var clouds: [Int: Set<Provider>] = [:]
    private var nodes: [Int: [String: Bool]] = [:]

    /// The label of nodes whose metadata server gives Pods their own identity; see
    /// [GKE](https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity).
    private static let label = "iam.gke.io/gke-metadata-server-enabled"

    init(_ objects: ClusterObjects, clusters: InputClusters) {
        for node in objects.nodes {
            let cluster = clusters.cluster(of: node.input)
            if let cloud = Self.cloud(of: node.providerID) { clouds[cluster, default: []].insert(cloud) }
            nodes[cluster, default: [:]][node.name] = node.labels[Self.label] == "true"
        }
    }

    /// What a Pod of a template gets from the metadata service, if its ServiceAccount has these identities.
    func service(for template: PodTemplate, identities: [FederatedIdentity], cluster: Int) -> MetadataService {
        guard let known = clouds[cluster], !known.isEmpty else {
            guard identities.contains(where: { $0.mechanism == .gkeWorkloadIdentity }) else { return MetadataService() }
            return MetadataService(identities: [
                .google: google(template, identities, cluster), .aws: .none, .azure: .none,
            ])
        }
        var service = MetadataService()
        for provider in Provider.allCases {
            service.identities[provider] =
                known.contains(provider) ? MetadataService.Identity.node : MetadataService.Identity.none
        }
        if known.contains(.google) { service.identities[.google] = google(template, identities, cluster) }
        return service
    }

    /// Whether the metadata server would give Pods of a template their own identity, if their ServiceAccount had one.
    func wouldServe(_ template: PodTemplate, cluster: Int) -> Bool {
        let identity = FederatedIdentity(mechanism: .gkeWorkloadIdentity, principal: "", evidence: .annotation)
        let service = service(for: template, identities: [identity], cluster: cluster)
        return service.identities[.google] == .workload(.gkeWorkloadIdentity)
    }

    /// The clouds whose node identity Pods of a template get when they have nothing else.
    func nodeClouds(_ template: PodTemplate, cluster: Int) -> [Provider] {
        let service = service(for: template, identities: [], cluster: cluster)
        return Provider.allCases.filter { service.identities[$0] == .node }
    }

    /// The workload's identity, unless the Pod shares the node's network or runs where the metadata server is not.
    private func google(
        _ template: PodTemplate, _ identities: [FederatedIdentity], _ cluster: Int
    ) -> MetadataService.Identity {
        guard identities.contains(where: { $0.mechanism == .gkeWorkloadIdentity }), !template.usesHostNetwork
        else { return .node }
        let known = nodes[cluster] ?? [:]
        if let served = known[template.node] { return served ? .workload(.gkeWorkloadIdentity) : .node }
        if template.nodeSelector[Self.label] == "true" { return .workload(.gkeWorkloadIdentity) }
        return known.isEmpty || known.values.contains(true) ? .workload(.gkeWorkloadIdentity) : .node
    }

    private static func cloud(of providerID: String) -> Provider? {
        if providerID.hasPrefix("aws:") { return .aws }
        if providerID.hasPrefix("gce:") { return .google }
        return providerID.hasPrefix("azure:") ? .azure : nil
    }
}
