import StructuredText

/// What changes in an object, line by line, without any value that could be a secret.
enum ObjectDifference {
    /// More lines than this are cut: nobody reads them.
    private static let mostLines = 400
    /// Lists whose product of lengths is larger are compared without looking for entries that moved.
    private static let mostPairs = 250_000

    /// The lines: a place with two spaces before it, then `- ` for what goes and `+ ` for what comes.
    ///
    /// - Parameters:
    ///   - before: the object as it is.
    ///   - after: as it would be.
    ///   - out: the places that are not looked at.
    /// - Returns: the lines; none where nothing changes.
    static func lines(
        from before: StructuredValue, to after: StructuredValue, leaving out: [String] = []
    ) -> [String] {
        var lines: [String] = []
        let isSecret = [before, after].contains { ["Secret", "ConfigMap"].contains($0["kind"]?.text) }
        compare(before, after, Redaction(hidesData: isSecret), at: [], out, &lines)
        return lines.count > mostLines ? Array(lines.prefix(mostLines)) + ["  …"] : lines
    }

    private static func compare(
        _ before: StructuredValue, _ after: StructuredValue, _ redaction: Redaction, at place: [String],
        _ out: [String], _ lines: inout [String]
    ) {
        let pointer = pointer(place)
        guard !before.isSame(as: after), !out.contains(where: { pointer == $0 }) else { return }
        switch (before, after) {
        case (.mapping(let old), .mapping(let new)):
            let names = old.map(\.key) + new.map(\.key)
            var seen: Set<String> = []
            for name in names where seen.insert(name).inserted {
                compare(
                    before[name] ?? .null, after[name] ?? .null, redaction, at: place + [name], out, &lines)
            }
        case (.sequence(let old), .sequence(let new)):
            compare(old, new, redaction, at: place, out, &lines)
        default:
            lines.append("  " + pointer)
            if before != .null { lines.append("- " + redaction.text(before, at: place)) }
            if after != .null { lines.append("+ " + redaction.text(after, at: place)) }
        }
    }

    /// Entries of one name are the same entry, changed; others come and go.
    private static func compare(
        _ old: [StructuredValue], _ new: [StructuredValue], _ redaction: Redaction, at place: [String],
        _ out: [String], _ lines: inout [String]
    ) {
        let pairs = old.count * new.count <= mostPairs ? alignment(old, new) : []
        var (gone, come): ([(Int, StructuredValue)], [(Int, StructuredValue)]) = ([], [])
        let (kept, stays) = (Set(pairs.map(\.0)), Set(pairs.map(\.1)))
        for index in old.indices where !kept.contains(index) { gone.append((index, old[index])) }
        for index in new.indices where !stays.contains(index) { come.append((index, new[index])) }
        if !gone.isEmpty || !come.isEmpty {
            lines.append("  " + pointer(place))
            lines += gone.map { "- " + redaction.text($0.1, at: place + ["\($0.0)"]) }
            lines += come.map { "+ " + redaction.text($0.1, at: place + ["\($0.0)"]) }
        }
        for (first, second) in pairs {
            compare(old[first], new[second], redaction, at: place + ["\(second)"], out, &lines)
        }
    }

    /// The longest row of entries that both lists have in the same order.
    private static func alignment(_ old: [StructuredValue], _ new: [StructuredValue]) -> [(Int, Int)] {
        let width = new.count + 1
        var lengths = [Int](repeating: 0, count: (old.count + 1) * width)
        for first in old.indices.reversed() {
            for second in new.indices.reversed() {
                lengths[first * width + second] =
                    isOne(old[first], new[second])
                    ? lengths[(first + 1) * width + second + 1] + 1
                    : max(lengths[(first + 1) * width + second], lengths[first * width + second + 1])
            }
        }
        var pairs: [(Int, Int)] = []
        var (first, second) = (0, 0)
        while first < old.count, second < new.count {
            if isOne(old[first], new[second]) {
                pairs.append((first, second))
                (first, second) = (first + 1, second + 1)
            } else if lengths[(first + 1) * width + second] >= lengths[first * width + second + 1] {
                first += 1
            } else {
                second += 1
            }
        }
        return pairs
    }

    private static func isOne(_ old: StructuredValue, _ new: StructuredValue) -> Bool {
        if let name = old["name"] { return name == new["name"] }
        return old.isSame(as: new)
    }

    private static func pointer(_ place: [String]) -> String {
        place.map { "/" + JSONPointer.token($0) }.joined()
    }
}

/// Leaves out of texts what could be a secret.
struct Redaction {
    /// What stands in its place.
    static let mark = "…"
    /// Whether `data` of the object are entries of a Secret or ConfigMap.
    var hidesData: Bool

    /// Annotations that name identities and hold nothing else.
    private static let plainAnnotations: Set<String> = [
        "eks.amazonaws.com/role-arn", "iam.gke.io/gcp-service-account", "azure.workload.identity/client-id",
    ]

    /// A value at a place as JSON on one line.
    func text(_ value: StructuredValue, at place: [String]) -> String {
        JSONWriter.text(for: redacted(value, at: place), pretty: false)
    }

    private func redacted(_ value: StructuredValue, at place: [String]) -> StructuredValue {
        if value != .null, isHidden(place) {
            if case .mapping(let members) = value, place.count < 3 {
                return .mapping(members.map { .init($0.key, .string(Self.mark)) })
            }
            return .string(Self.mark)
        }
        switch value {
        case .mapping(let members):
            return .mapping(members.map { .init($0.key, redacted($0.value, at: place + [$0.key])) })
        case .sequence(let elements):
            return .sequence(elements.enumerated().map { redacted($1, at: place + ["\($0)"]) })
        default: return value
        }
    }

    /// Literals of variables, arguments, entries of Secrets and ConfigMaps, and annotations, which may repeat any of them.
    private func isHidden(_ place: [String]) -> Bool {
        if hidesData, let first = place.first, ["data", "stringData", "binaryData"].contains(first) { return true }
        if place.last == "value" || place.contains("args") || place.contains("command") { return true }
        guard let annotations = place.firstIndex(of: "annotations"), place.count > annotations + 1 else { return false }
        return !Self.plainAnnotations.contains(place[annotations + 1])
    }
}
