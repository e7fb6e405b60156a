import MigrationModel

/// `clusters` of a configuration file.
struct ClusterSection {
    /// The clusters that could be read.
    private(set) var clusters: [ClusterConfiguration] = []
    /// Whether every entry could be read, so that what they say together can be judged.
    private(set) var isComplete = false

    init(of file: LocatedFields) {
        guard let list = file.value("clusters", meaning: "a list of clusters") else { return }
        guard case .sequence(let nodes, _) = list else {
            file.problems.report(
                .wrongShape, at: list.offset, "`clusters` is not a list.", advice: "Begin each cluster with `- name:`.")
            return
        }
        guard !nodes.isEmpty else {
            file.problems.report(
                .emptyField, at: list.offset, "`clusters` is an empty list.",
                advice: "Add one entry for each cluster, with `name` and `platform`.")
            return
        }
        var lines: [String: Int] = [:]
        for node in nodes {
            guard let cluster = ClusterEntry.read(node, isAlone: nodes.count == 1, file.problems) else { continue }
            clusters.append(cluster)
            if let first = lines.updateValue(file.problems.line(at: node.offset), forKey: cluster.name) {
                file.problems.report(
                    .duplicateEntry, at: node.offset, "The cluster has the same `name` as the one on line \(first).",
                    advice: "Give each cluster its own name, or put the `inputs` of both into one entry.")
            }
        }
        isComplete = clusters.count == nodes.count
    }
}
