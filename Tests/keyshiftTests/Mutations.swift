/// Makes inputs that are almost right, the same in every run of a seed.
struct Mutations {
    private let seeds: [[UInt8]]
    private var numbers: SplitMix64

    init(seeds: [[UInt8]], seed: UInt64) {
        self.seeds = seeds
        numbers = SplitMix64(state: seed)
    }

    private static let pieces: [[UInt8]] =
        [
            "\"", "\\", "\\u0041", "\\u", "{", "}", "[", "]", ",", ":", "\n", "\r\n", "\t", " ", "  ", "- ", "---\n",
            "#",
            "=", "==", "%41", "%", "&a ", "*a", "!!binary ", "|\n", ">-\n", "'", "{{", "${", "AKIA", "ASIA",
            "AKIARZPUZDIKKEOANPKG", "QUtJQVJaUFVaRElLS0VPQU5QS0c=", "H4sIAAAA", "-----BEGIN PRIVATE KEY-----", "null",
            "items", "data", "kind", "<", "&amp;", "é", "\u{FEFF}", "\u{0}", "AccountKey=", "8Q~", "GOOG",
        ].map { Array($0.utf8) } + [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0x1f, 0x8b, 8], [0x78, 0x9c]]

    /// The next input.
    mutating func next() -> [UInt8] {
        var bytes = seeds[numbers.index(below: seeds.count)]
        for _ in 0..<numbers.index(below: 6) { mutate(&bytes) }
        return bytes
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        guard !bytes.isEmpty else { return bytes = [UInt8(truncatingIfNeeded: numbers.next())] }
        let place = numbers.index(below: bytes.count)
        let length = min(numbers.index(below: 40) + 1, bytes.count - place)
        let piece = Self.pieces[numbers.index(below: Self.pieces.count)]
        switch numbers.index(below: 8) {
        case 0: bytes[place] ^= 1 << UInt8(numbers.index(below: 8))
        case 1: bytes.removeSubrange(place..<place + length)
        case 2: bytes.insert(contentsOf: piece, at: place)
        case 3: bytes.replaceSubrange(place..<place + length, with: piece)
        case 4: bytes.removeLast(bytes.count - place)
        case 5: bytes.insert(contentsOf: bytes[place..<place + length], at: numbers.index(below: bytes.count))
        case 6: bytes.insert(contentsOf: repeatElement(piece, count: numbers.index(below: 200)).joined(), at: place)
        default:
            let other = seeds[numbers.index(below: seeds.count)]
            bytes.replaceSubrange(place..., with: other[numbers.index(below: other.count)...])
        }
    }
}

/// The generator of Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators".
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below the limit.
    mutating func index(below limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }
}
