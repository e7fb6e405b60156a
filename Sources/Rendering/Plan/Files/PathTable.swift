import MigrationModel

/// Gives each id a path of its own.
struct PathTable {
    private var paths: [String: String] = [:]

    /// Only those whose paths would be the same, or the same but for their case, get a digest of their id.
    init(_ wanted: [(id: String, path: String)]) {
        let unique = Dictionary(wanted.map { ($0.id, $0.path) }, uniquingKeysWith: { first, _ in first })
        let counts = unique.values.reduce(into: [:]) { $0[$1.lowercased(), default: 0] += 1 }
        for (id, path) in unique {
            paths[id] = counts[path.lowercased()] == 1 ? path : "\(path)-\(SafePath.digest(id))"
        }
    }

    /// The path of an id; that of an unknown one is a digest.
    subscript(id: String) -> String { paths[id] ?? SafePath.digest(id) }
}
