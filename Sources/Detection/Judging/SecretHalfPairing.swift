import MigrationModel

/// Finds out which key ids have their secret half beside them.
///
/// Beside means: a few lines away in the same text, else in the same group of fields, else in a neighbouring group if the
/// names agree. A half serves one id, so of two ids with one half between them only one is paired: the one whose name
/// says so, else the nearest. Everything is looked at a fixed number of times, whatever the input.
struct SecretHalfPairing {
    /// A key id or a secret half at its place.
    private struct Item {
        var isKey: Bool
        /// The position among the candidates; -1 for secret halves.
        var candidate: Int
        var field: Int
        var offset: Int
        var line: Int
        /// What the names of both halves have in common.
        var stem: [UInt8]
        var isNamedLikeSecret: Bool
    }

    private let surroundings: Surroundings
    private var items: [Item] = []
    private var isTaken: [Bool] = []
    private var paired: Set<Int> = []
    private var tokenScopes: Set<Int> = []

    /// The positions of the candidates that have their secret half beside them.
    static func paired(_ candidates: [KeyCandidate], in surroundings: Surroundings) -> Set<Int> {
        let ids = candidates.indices.filter {
            candidates[$0].proof == .secretHalfElsewhere && candidates[$0].lookAlike != .partOfToken
        }
        guard !ids.isEmpty else { return [] }
        var pairing = SecretHalfPairing(surroundings: surroundings)
        pairing.collect(candidates, ids)
        pairing.pairWithinTexts()
        pairing.pairWithinScopes()
        pairing.pairWithinFamilies()
        pairing.pairTemporaryKeys(candidates, ids)
        return pairing.paired
    }

    private init(surroundings: Surroundings) { self.surroundings = surroundings }

    // MARK: Items

    private mutating func collect(_ candidates: [KeyCandidate], _ ids: [Int]) {
        let byField = Dictionary(grouping: ids) { candidates[$0].field }
        for (index, field) in surroundings.fields.enumerated() {
            let keys = byField[index] ?? []
            var marks = keys.map { (offset: candidates[$0].range.lowerBound, candidate: $0) }
            for half in SecretHalf.occurrences(in: field.text) {
                if half.isSessionToken {
                    tokenScopes.insert(field.scope)
                } else {
                    marks.append((half.offset, -1))
                }
            }
            marks.sort { $0.offset < $1.offset }
            append(marks, field: index)
        }
        isTaken = Array(repeating: false, count: items.count)
    }

    private mutating func append(_ marks: [(offset: Int, candidate: Int)], field: Int) {
        let text = surroundings.fields[field].text
        var (line, position) = (0, 0)
        for mark in marks {
            while position < mark.offset {
                if text[position] == UInt8(ascii: "\n") { line += 1 }
                position += 1
            }
            let inText = NameBeforeValue.name(before: mark.offset, in: text)
            let name = inText.isEmpty ? surroundings.names[field] : inText
            items.append(
                Item(
                    isKey: mark.candidate >= 0, candidate: mark.candidate, field: field, offset: mark.offset,
                    line: line,
                    stem: name.stem, isNamedLikeSecret: name.isLikeSecret))
        }
    }

    // MARK: Rounds

    private mutating func pairWithinTexts() {
        var start = 0
        while start < items.count {
            var end = start + 1
            while end < items.count, items[end].field == items[start].field { end += 1 }
            match(Array(start..<end)) { left, right in
                let gap = right.offset - left.offset
                return gap <= 400 || right.line - left.line <= 5 && gap <= 2000
            }
            start = end
        }
    }

    private mutating func pairWithinScopes() {
        for group in groups(by: { surroundings.fields[$0.field].scope }) {
            match(group) { $0.field != $1.field }
        }
    }

    /// Halves in different groups of one larger group, such as the entries of a list of names and values.
    ///
    /// What stands that far away has to be named like a secret, or like the id.
    private mutating func pairWithinFamilies() {
        for family in families() {
            match(family) { left, right in
                let (key, half) = left.isKey ? (left, right) : (right, left)
                guard key.field != half.field else { return false }
                return half.isNamedLikeSecret || !key.stem.isEmpty && key.stem == half.stem
            }
        }
    }

    private mutating func pairTemporaryKeys(_ candidates: [KeyCandidate], _ ids: [Int]) {
        for id in ids where candidates[id].identity.kind == .awsTemporaryKey {
            if tokenScopes.contains(surroundings.fields[candidates[id].field].scope) { paired.insert(id) }
        }
    }

    private func groups(by scope: (Item) -> Int) -> [[Int]] {
        let open = items.indices.filter { !isTaken[$0] }
        return Dictionary(grouping: open) { scope(items[$0]) }.sorted { $0.key < $1.key }.map(\.value)
    }

    /// For each scope what is still open in it and in the scopes directly in it.
    private func families() -> [[Int]] {
        var families: [Int: [Int]] = [:]
        for index in items.indices where !isTaken[index] {
            let scope = surroundings.fields[items[index].field].scope
            families[scope, default: []].append(index)
            if let parent = surroundings.parents[scope] { families[parent, default: []].append(index) }
        }
        // The innermost first: enclosing scopes have the smaller numbers.
        return families.sorted { $0.key > $1.key }.map(\.value)
    }

    // MARK: Matching

    /// Pairs ids with halves: those of the same stem first, then whatever stands next to each other.
    private mutating func match(_ group: [Int], near: (Item, Item) -> Bool) {
        guard group.contains(where: { items[$0].isKey }), group.contains(where: { !items[$0].isKey }) else { return }
        var byStem: [[UInt8]: [Int]] = [:]
        for index in group where !isTaken[index] {
            meet(index, in: &byStem[items[index].stem, default: []], near: near)
        }
        var rest: [Int] = []
        for index in group where !isTaken[index] { meet(index, in: &rest, near: near) }
    }

    /// Pairs an item with the last one that waits, or lets it wait.
    private mutating func meet(_ index: Int, in waiting: inout [Int], near: (Item, Item) -> Bool) {
        guard let last = waiting.last, items[last].isKey != items[index].isKey, near(items[last], items[index]) else {
            waiting.append(index)
            return
        }
        waiting.removeLast()
        isTaken[last] = true
        isTaken[index] = true
        paired.insert(max(items[last].candidate, items[index].candidate))
    }
}
