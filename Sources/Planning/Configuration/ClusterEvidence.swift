import MigrationModel

/// What the inputs of one cluster have that tells where it runs.
struct ClusterEvidence {
    /// The number by which ``InputClusters`` knows the cluster.
    var number: Int
    /// Its inputs, in the order of the report.
    var inputs: [String] = []
    var nodes: [NodeFacts] = []
    var pods: [Workload] = []
    var serviceAccounts: [ServiceAccountFacts] = []
    var installations: Set<Installation.Purpose> = []
    /// The roles that its ServiceAccounts have, as ARNs.
    var roles: [String] = []
    /// The accounts of its ordinary AWS keys.
    var keyAccounts: Set<String> = []
    /// Whether there are any DaemonSets, so that a missing agent means something.
    var hasDaemonSets = false

    /// One collection for each cluster, in the order of its first input.
    static func all(_ objects: ClusterObjects, _ report: ScanReport, _ sides: InputClusters) -> [ClusterEvidence] {
        var indices: [Int: Int] = [:]
        var all: [ClusterEvidence] = []
        for input in report.inputs.map(\.name) {
            let number = sides.cluster(of: input)
            if indices[number] == nil {
                indices[number] = all.count
                all.append(ClusterEvidence(number: number))
            }
            if let index = indices[number] { all[index].inputs.append(input) }
        }
        func add(_ input: String, _ change: (inout ClusterEvidence) -> Void) {
            if let index = indices[sides.cluster(of: input)] { change(&all[index]) }
        }
        for node in objects.nodes { add(node.input) { $0.nodes.append(node) } }
        for workload in objects.workloads {
            if workload.pod != nil { add(workload.input) { $0.pods.append(workload) } }
            if workload.object.reference.kind == "DaemonSet" { add(workload.input) { $0.hasDaemonSets = true } }
        }
        for account in objects.serviceAccounts { add(account.input) { $0.serviceAccounts.append(account) } }
        for installation in objects.installations {
            add(installation.input) { $0.installations.insert(installation.purpose) }
        }
        for record in report.trace.inventory {
            let roles = record.identities.filter { $0.mechanism.provider == .aws }.map(\.principal)
            add(record.input) { $0.roles += roles }
        }
        for key in report.keys where key.nature == .ordinary {
            guard let account = key.identity.account else { continue }
            for sighting in key.sightings { add(sighting.place.input) { $0.keyAccounts.insert(account) } }
        }
        return all
    }

    /// The values of a label, one for each Node that has it.
    func values(of label: String) -> [String] { nodes.compactMap { $0.labels[label] } }
}

extension Sequence where Element: Hashable {
    /// The element, when all are the same; `nil` for none, or several that differ.
    var onlyOne: Element? {
        let all = Set(self)
        return all.count == 1 ? all.first : nil
    }
}
