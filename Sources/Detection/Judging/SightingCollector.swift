import MigrationModel

/// Gathers what was judged, each key once for a path; candidates come in the order of fields and offsets.
struct SightingCollector {
    private(set) var sightings = KeySightings()
    private let surroundings: Surroundings
    private var positions: [Seen: Int] = [:]
    private var setAside: Set<Seen> = []
    private var cursor = (field: -1, offset: 0, line: 1, hasLines: false)

    private struct Seen: Hashable {
        var kind: KeyKind
        var id: String
        /// Without percent-encoding: a text with `%20` in it is examined with and without, and what it does not change stands
        /// in both.
        var steps: [ValuePath.Step]
    }

    init(_ surroundings: Surroundings) { self.surroundings = surroundings }

    /// Adds a key, or strengthens what is known of it at the same path.
    mutating func add(_ candidate: KeyCandidate, _ confidence: Confidence, _ nature: KeyNature) {
        let path = path(of: candidate)
        let seen = seen(candidate, at: path)
        guard let position = positions[seen] else {
            positions[seen] = sightings.matches.count
            sightings.matches.append(
                KeyMatch(
                    identity: candidate.identity, path: path,
                    offset: surroundings.fields[candidate.field].offset, confidence: confidence, nature: nature))
            return
        }
        sightings.matches[position].confidence = max(sightings.matches[position].confidence, confidence)
        sightings.matches[position].nature = .strongest(sightings.matches[position].nature, nature)
    }

    /// Counts a look-alike.
    mutating func add(_ candidate: KeyCandidate, as reason: LookAlike) {
        if setAside.insert(seen(candidate, at: path(of: candidate))).inserted {
            sightings.lookAlikes[reason, default: 0] += 1
        }
    }

    private func seen(_ candidate: KeyCandidate, at path: ValuePath) -> Seen {
        let steps = path.steps.filter { $0 != .decoding(.percent) }
        return Seen(kind: candidate.identity.kind, id: candidate.identity.id, steps: steps)
    }

    /// The path of the field, and the line in it if it has more than one; counts each line once.
    private mutating func path(of candidate: KeyCandidate) -> ValuePath {
        let field = surroundings.fields[candidate.field]
        if cursor.field != candidate.field {
            let hasLines = field.text.dropLast().contains(UInt8(ascii: "\n"))
            cursor = (candidate.field, 0, 1, hasLines && !isOneValue(candidate, in: field))
        }
        guard cursor.hasLines else { return field.path }
        while cursor.offset < candidate.range.lowerBound {
            if field.text[cursor.offset] == UInt8(ascii: "\n") { cursor.line += 1 }
            cursor.offset += 1
        }
        return field.path.appending(.line(cursor.line))
    }

    /// A private key has lines, but is one value.
    private func isOneValue(_ candidate: KeyCandidate, in field: Field) -> Bool {
        candidate.identity.kind == .googleServiceAccountKey && candidate.range.lowerBound < 4
    }
}
