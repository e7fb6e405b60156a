/// Which inputs are parts of one cluster, so that a name in one may mean an object of another.
///
/// A cluster may come in several files (`secrets.json`, `workloads.json`, a folder of manifests), and several clusters may
/// be scanned at once. Two inputs are of different clusters when an object of the same name has another unique id in each;
/// the ServiceAccount `default`, which every namespace has, shows it for dumps. Inputs that say nothing of the kind belong
/// to the first cluster.
public struct InputClusters: Sendable {
    private var clusters: [String: Int] = [:]

    /// Sorts the inputs of some objects.
    ///
    /// - Parameter objects: their order of inputs decides which cluster an input without unique ids belongs to.
    public init(_ objects: ClusterObjects) {
        // One input is one cluster.
        guard objects.isOfSeveralInputs else { return }
        var groups: [[ObjectReference: String]] = []
        for (input, ids) in Self.ids(in: objects).sorted(by: { $0.key < $1.key }) {
            let index = groups.firstIndex { !Self.contradicts($0, ids) } ?? groups.count
            if index == groups.count { groups.append([:]) }
            groups[index].merge(ids, uniquingKeysWith: { first, _ in first })
            clusters[input] = index
        }
    }

    /// The number of an input's cluster.
    public func cluster(of input: String) -> Int { clusters[input] ?? 0 }

    /// The clusters that a name of the cloud can mean: the only one, or those whose inputs are called like it.
    public func clusters(named name: String) -> [Int] {
        let all = Set(clusters.values)
        guard all.count > 1 else { return [all.first ?? 0] }
        return Set(clusters.filter { $0.key.contains(name) }.map(\.value)).sorted()
    }

    private static func ids(in objects: ClusterObjects) -> [String: [ObjectReference: String]] {
        var ids: [String: [ObjectReference: String]] = [:]
        for account in objects.serviceAccounts { note(account.object, in: account.input, &ids) }
        for workload in objects.workloads where workload.pod == nil { note(workload.object, in: workload.input, &ids) }
        return ids
    }

    private static func note(
        _ object: ObjectDescription, in input: String, _ ids: inout [String: [ObjectReference: String]]
    ) {
        if !object.uid.isEmpty { ids[input, default: [:]][object.reference] = object.uid }
    }

    private static func contradicts(_ group: [ObjectReference: String], _ ids: [ObjectReference: String]) -> Bool {
        ids.contains { object, id in group[object].map { $0 != id } ?? false }
    }
}
