/// The same random numbers in every run.
struct SeededNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Array where Element == UInt8 {
    /// The bytes with a few small changes of the kinds that change the meaning of YAML.
    func mutatedAsYAML(with numbers: inout SeededNumbers) -> [UInt8] {
        var bytes = self
        for _ in 0..<Int.random(in: 1...3, using: &numbers) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &numbers)
            let length = Swift.min(Int.random(in: 1...8, using: &numbers), bytes.count - place)
            switch Int.random(in: 0..<6, using: &numbers) {
            case 0: bytes.removeSubrange(place..<(place + length))
            case 1: bytes[place] = Self.pieces.randomElement(using: &numbers)?.first ?? 0
            case 2:
                let piece = bytes[place..<(place + length)]
                bytes.insert(contentsOf: piece, at: bytes.indices.randomElement(using: &numbers) ?? 0)
            case 3: bytes.insert(contentsOf: repeatElement(0x20, count: length / 2 + 1), at: place)
            default: bytes.insert(contentsOf: Self.pieces.randomElement(using: &numbers) ?? [], at: place)
            }
        }
        return bytes
    }

    private static let pieces = texts.map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

    private static let texts = [
        "\n", "\n", " ", "  ", ":", ": ", ":\n", "- ", "-\n", "-", "#", " #", "\n# c\n", "\"", "'", "''", "\\", "\\n",
        "\\\n", "\\x41", "\\u00e9", "\\U0001F600", "\\ud800", "|", "|-\n", "|+\n", "|2\n", "|1-\n", ">\n", ">-\n",
        ">+\n", "{}", "[]", "{", "}", "[", "]", ",", "&a ", "*a", "*a ", "!", "!!str ", "? ", "?", "%", "@", "`",
        "\t", "\n\t", "\r", "\r\n", "---\n", "\n---\n", "\n...\n", "...", "\n\n", "\n \n", "\n      \n", "é", "😀",
        "\u{FEFF}", "\u{85}", "\u{2028}", "\u{0}", "\u{7F}", "~", "<<: ", "=", "a", "b: c\n", "- d\n", "key", " \n",
    ]
}
