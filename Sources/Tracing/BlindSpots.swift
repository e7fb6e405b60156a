import MigrationModel

/// Names what an input did not have and that could hide a consumer.
enum BlindSpots {
    private static let kinds = [
        "Pod", "Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob", "ReplicaSet", "ServiceAccount",
    ]

    /// Kinds of workloads of which the input has none, and custom resources if it has none of them.
    ///
    /// A cluster without a single StatefulSet is possible; a person has to say which it is.
    static func all(of objects: ClusterObjects) -> [String] {
        let present = Set(
            objects.kinds.values.flatMap(\.keys).map { $0.split(separator: "/").last.map(String.init) ?? $0 })
        let missing = kinds.filter { !present.contains($0) }.map { $0 + "s" }
        return missing + (objects.kinds.values.flatMap(\.keys).contains(where: isCustom) ? [] : ["custom resources"])
    }

    /// Whether a kind belongs to a group that Kubernetes itself does not have.
    private static func isCustom(_ kind: String) -> Bool {
        let parts = kind.split(separator: "/")
        guard parts.count == 3 else { return false }
        return parts[0].contains(".") && !parts[0].hasSuffix(".k8s.io")
    }
}
