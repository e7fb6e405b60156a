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

    /// Share of the bytes that releases of Helm have, in percent of a dump in indented JSON.
    private static let helmShare = 35

    let format: DumpFormat
    let limit: Limit
    /// What has been made so far.
    private(set) var bytes = 0
    private(set) var objects = 0

    /// Sizes without regard to the format, so that all formats hold the same objects.
    private var extents = (all: 0, helm: 0)
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
        case .decoy(let make): return text(of: make(&cluster))
        case .planted(let planted):
            let text = text(of: planted.place.object(&cluster, planted.key))
            guard planted.place.escapesFirstLetter else { return text }
            return format.escapingFirstLetter(of: planted.key.id, in: text)
        }
    }

    private mutating func filling() -> String {
        guard extents.helm * 100 < extents.all * Self.helmShare else { return text(of: cluster.object()) }
        let release = cluster.helmRelease()
        let before = extents.all
        let text = text(of: cluster.carrier(of: release))
        extents.helm += extents.all - before
        return text
    }

    private mutating func text(of object: StructuredValue) -> String {
        let sorted = object.sorted
        extents.all += sorted.extent()
        return format.text(of: sorted)
    }

    private var progress: Double {
        switch limit {
        case .bytes(let limit): Double(bytes) / Double(limit)
        // The last object is planted, so the filling ends one earlier.
        case .objects(let limit): Double(objects) / Double(max(1, limit - 1))
        }
    }
}
