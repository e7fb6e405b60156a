internal import StructuredText

/// A dump of an imagined cluster, object by object, with the planted keys spread over it.
///
/// The first and the last object hold a key: readers lose keys at the ends first.
struct SyntheticDump {
    /// When the dump is long enough.
    enum Limit: Hashable {
        case bytes(Int)
        case objects(Int)
    }

    /// Share of the bytes that releases of Helm have, in percent.
    private static let helmShare = 35

    let format: DumpFormat
    let limit: Limit
    /// What has been made so far.
    private(set) var bytes = 0
    private(set) var objects = 0

    private var helmBytes = 0
    private var cluster: ImaginedCluster
    private var insertions: ArraySlice<Insertion>
    private let insertionCount: Int

    private enum Insertion {
        case planted(PlantedKey)
        case decoy(@Sendable (inout ImaginedCluster) -> StructuredValue)
    }

    init(format: DumpFormat, limit: Limit, seed: UInt64 = 2026) {
        (self.format, self.limit) = (format, limit)
        cluster = ImaginedCluster(seed: seed)
        var decoys = Decoys.objects[...]
        let planted = PlantedKey.all
        let every = planted.count / decoys.count
        var insertions: [Insertion] = []
        for (number, key) in planted.enumerated() {
            if number % every == 1, let decoy = decoys.popFirst() { insertions.append(.decoy(decoy)) }
            insertions.append(.planted(key))
        }
        insertionCount = insertions.count
        self.insertions = insertions[...]
    }

    /// Hands out the text of the dump, piece by piece.
    mutating func write(to output: (String) throws -> Void) rethrows {
        try output(format.head)
        while let text = next() {
            if objects > 0 { try output(format.separator) }
            try output(text)
            objects += 1
            bytes += text.utf8.count
        }
        try output(format.tail)
    }

    /// The next object; `nil` behind the last, which is the last of the planted ones.
    private mutating func next() -> String? {
        let position = insertionCount - insertions.count
        guard let insertion = insertions.first else { return nil }
        let isDue = progress * Double(insertionCount - 1) >= Double(position)
        guard isDue else { return filling() }
        insertions.removeFirst()
        switch insertion {
        case .decoy(let make): return format.text(of: make(&cluster).sorted)
        case .planted(let planted):
            let text = format.text(of: planted.place.object(&cluster, planted.key).sorted)
            guard planted.place.escapesFirstLetter else { return text }
            return format.escapingFirstLetter(of: planted.key.id, in: text)
        }
    }

    private mutating func filling() -> String {
        guard helmBytes * 100 < bytes * Self.helmShare else { return format.text(of: cluster.object().sorted) }
        let release = cluster.helmRelease()
        let text = format.text(of: cluster.carrier(of: release).sorted)
        helmBytes += text.utf8.count
        return text
    }

    private var progress: Double {
        switch limit {
        case .bytes(let limit): Double(bytes) / Double(limit)
        // The last object is planted, so the filling ends one earlier.
        case .objects(let limit): Double(objects) / Double(max(1, limit - 1))
        }
    }
}
