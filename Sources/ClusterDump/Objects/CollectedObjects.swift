public import MigrationModel

/// What one collector has gathered, with marks of which document gave what.
///
/// Documents are dealt out to workers as they come; the marks bring what was gathered into an order that does not depend on it.
public struct CollectedObjects: Sendable {
    /// What was gathered, in the order in which this worker met it.
    var objects = ClusterObjects()
    fileprivate var marks: [Mark] = []

    /// Creates an empty collection.
    init() {}

    /// How much there was of everything that is kept in order.
    struct Counts: Equatable {
        var workloads = 0
        var serviceAccounts = 0
        var contents = 0
        var mentions = 0
        var disruptionBudgets = 0
        var roleBindings = 0
        var legacyTokens = 0
        var installations = 0
        var nodes = 0
        var hints = 0
        var accessMappings = 0
    }

    /// What one document gave.
    fileprivate struct Mark {
        var input: String
        var reference: ObjectReference
        var offset: Int
        var from: Counts
        var to: Counts
    }

    /// How much there is now.
    func mark() -> Counts {
        Counts(
            workloads: objects.workloads.count, serviceAccounts: objects.serviceAccounts.count,
            contents: objects.contents.count, mentions: objects.mentions.count,
            disruptionBudgets: objects.disruptionBudgets.count, roleBindings: objects.roleBindings.count,
            legacyTokens: objects.legacyTokens.count, installations: objects.installations.count,
            nodes: objects.nodes.count, hints: objects.hints.count, accessMappings: objects.accessMappings.count)
    }

    /// Notes that everything since a mark came from one document.
    mutating func close(_ start: Counts, document: RawDocument, reference: ObjectReference) {
        let end = mark()
        guard start != end else { return }
        marks.append(
            Mark(input: document.input, reference: reference, offset: document.offset, from: start, to: end))
    }

    /// Puts together what several collectors have gathered, by input, place in the input and object.
    public static func merge(_ parts: [CollectedObjects]) -> ClusterObjects {
        var merged = ClusterObjects()
        // The others are added to the largest, because that is most of the work.
        let names = parts.map(\.objects.carrierNames).sorted { $0.count > $1.count }
        merged.carrierNames = names.first ?? []
        for others in names.dropFirst() { merged.carrierNames.formUnion(others) }
        merged.workloads.reserveCapacity(parts.reduce(0) { $0 + $1.objects.workloads.count })
        merged.contents.reserveCapacity(parts.reduce(0) { $0 + $1.objects.contents.count })
        for part in parts {
            for (input, counts) in part.objects.kinds {
                merged.kinds[input, default: [:]].merge(counts, uniquingKeysWith: +)
            }
        }
        var order: [(part: Int, mark: Int)] = []
        for (index, part) in parts.enumerated() { order += part.marks.indices.map { (index, $0) } }
        order.sort { parts[$0.part].marks[$0.mark].comes(before: parts[$1.part].marks[$1.mark]) }
        for (part, mark) in order { merged.add(parts[part].objects, parts[part].marks[mark]) }
        return merged
    }
}

extension CollectedObjects.Mark {
    /// Whether the document gave anything but workloads and contents of carriers.
    fileprivate var isOfOtherKind: Bool {
        var same = to
        (same.workloads, same.contents) = (from.workloads, from.contents)
        return same != from
    }

    fileprivate func comes(before other: Self) -> Bool {
        if input != other.input { return input < other.input }
        if offset != other.offset { return offset < other.offset }
        // Pages of a live cluster all begin at the same offset.
        if reference != other.reference { return reference < other.reference }
        return from.contents < other.from.contents
    }
}

extension ClusterObjects {
    /// Adds what one document gave.
    fileprivate mutating func add(_ part: ClusterObjects, _ mark: CollectedObjects.Mark) {
        let (from, to) = (mark.from, mark.to)
        // Nearly all documents give one thing.
        if from.workloads < to.workloads || from.contents < to.contents {
            workloads += part.workloads[from.workloads..<to.workloads]
            contents += part.contents[from.contents..<to.contents]
        }
        guard mark.isOfOtherKind else { return }
        serviceAccounts += part.serviceAccounts[from.serviceAccounts..<to.serviceAccounts]
        mentions += part.mentions[from.mentions..<to.mentions]
        disruptionBudgets += part.disruptionBudgets[from.disruptionBudgets..<to.disruptionBudgets]
        roleBindings += part.roleBindings[from.roleBindings..<to.roleBindings]
        legacyTokens += part.legacyTokens[from.legacyTokens..<to.legacyTokens]
        installations += part.installations[from.installations..<to.installations]
        nodes += part.nodes[from.nodes..<to.nodes]
        hints += part.hints[from.hints..<to.hints]
        accessMappings += part.accessMappings[from.accessMappings..<to.accessMappings]
    }
}
