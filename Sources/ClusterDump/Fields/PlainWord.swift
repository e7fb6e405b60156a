/// Words of a file that may be repeated in a message: a misplaced text may be anything, also a secret.
enum PlainWord {
    private static let longest = 24

    /// The word in quotes behind a space; nothing for a text that may be more than a word.
    static func quoted(_ text: String) -> String { isPlain(text) ? " `\(text)`" : "" }

    /// "Did you mean …? " when the word is nearly one of the known ones.
    static func suggestion(for word: String, among known: [String]) -> String {
        guard isPlain(word) else { return "" }
        let folded = fold(word)
        let best = known.map { ($0, distance(folded, fold($0))) }.min { $0.1 < $1.1 }
        if let best, best.1 <= max(1, folded.count / 4) { return "Did you mean `\(best.0)`? " }
        let longer = folded.count < 4 ? [] : known.filter { fold($0).starts(with: folded) }
        guard let only = longer.first, longer.count == 1 else { return "" }
        return "Did you mean `\(only)`? "
    }

    private static func isPlain(_ text: String) -> Bool {
        let isPlain = text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "_"), UInt8(ascii: "-"):
                true
            default:
                false
            }
        }
        return isPlain && !text.isEmpty && text.utf8.count <= longest
    }

    /// `soak_hours`, `soak-hours` and `SoakHours` are `soakHours` in other habits.
    private static func fold(_ word: String) -> [UInt8] {
        word.lowercased().utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") }
    }

    /// How many letters were left out, added, replaced or swapped with their neighbour (optimal string alignment).
    private static func distance(_ one: [UInt8], _ other: [UInt8]) -> Int {
        var before: [Int] = []
        var last = Array(0...other.count)
        for (row, letter) in one.enumerated() {
            var next = [row + 1]
            for (column, candidate) in other.enumerated() {
                var cost = min(last[column + 1], next[column]) + 1
                cost = min(cost, last[column] + (letter == candidate ? 0 : 1))
                if row > 0, column > 0, letter == other[column - 1], one[row - 1] == candidate {
                    cost = min(cost, before[column - 1] + 1)
                }
                next.append(cost)
            }
            before = last
            last = next
        }
        return last[other.count]
    }
}
