internal import MigrationModel

extension Sighting {
    /// `repeated by 3 Pods, 1 ReplicaSet`, the most frequent kind first; `nil` when nothing repeats it.
    var repetition: String? {
        if repeatedBy.isEmpty { return nil }
        return "repeated by " + KindCount.text(of: repeatedBy.map(\.kind))
    }
}

/// How many there are of each kind.
enum KindCount {
    /// `3 Pods, 1 ReplicaSet`: most frequent first, then by name.
    static func text(of kinds: [String]) -> String {
        Dictionary(kinds.map { ($0, 1) }, uniquingKeysWith: +)
            .sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { Count.of($0.value, $0.key) }
            .joined(separator: ", ")
    }
}
