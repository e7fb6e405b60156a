/// Which of the characters that matter to a YAML reader a text holds, found before it is read.
///
/// What libyaml refuses (section 5.1 of [YAML 1.1](https://yaml.org/spec/1.1/#id868524): bytes that are not UTF-8, most
/// control characters) is found here, so that a document is read in spite of it.
struct YAMLCharacters {
    /// Every byte is a printable ASCII character, a line feed, a tab or a carriage return.
    var isASCII = true
    /// There are tabs.
    var hasTabs = false
    /// There is something that only libyaml knows how to take: line breaks other than line feeds, byte order marks of
    /// UTF-16 (nothing else is known then) or in the middle.
    var needsLibYAML = false
    /// Where the first character is that cannot be in YAML.
    var problem: SyntaxProblem?

    private static let replacement = UInt8(ascii: ";")

    /// Looks at all of a text.
    init(of text: UnsafeBufferPointer<UInt8>) {
        visit(text) { _ in }
    }

    /// The text with `;`, which means nothing to YAML, for each byte that cannot be in it; offsets stay the same.
    static func replacingProblems(in text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var repaired = Array(text)
        var characters = YAMLCharacters()
        characters.visit(text) { repaired[$0] = Self.replacement }
        return repaired
    }

    private init() {}

    private mutating func visit(_ text: UnsafeBufferPointer<UInt8>, _ refuse: (Int) -> Void) {
        if text.starts(with: [0xFF, 0xFE]) || text.starts(with: [0xFE, 0xFF]) {
            (needsLibYAML, isASCII) = (true, false)
            return
        }
        var index = 0
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { (index, isASCII) = (3, false) }
        while true {
            index = Self.firstUnusual(in: text, from: index)
            guard index < text.count else { return }
            index += look(at: index, in: text, refuse)
        }
    }

    /// - Returns: the length of what is there.
    private mutating func look(
        at index: Int, in text: UnsafeBufferPointer<UInt8>, _ refuse: (Int) -> Void
    ) -> Int {
        switch text[index] {
        case 0x20...0x7E, 0x0A: return 1
        case 0x09: hasTabs = true
        case 0x0D: needsLibYAML = true
        case 0..<0x80: refuseByte(.malformed, at: index, "control characters are not allowed", refuse)
        default: return lookAtSequence(at: index, in: text, refuse)
        }
        return 1
    }

    private mutating func lookAtSequence(
        at index: Int, in text: UnsafeBufferPointer<UInt8>, _ refuse: (Int) -> Void
    ) -> Int {
        isASCII = false
        guard let (scalar, length) = Self.decode(text, at: index) else {
            refuseByte(.invalidUTF8, at: index, "not UTF-8", refuse)
            return 1
        }
        switch scalar {
        case 0x85, 0x2028, 0x2029, 0xFEFF: needsLibYAML = true
        case 0..<0xA0, 0xFFFE, 0xFFFF:
            for byte in index..<index + length {
                refuseByte(.malformed, at: byte, "control characters are not allowed", refuse)
            }
        default: break
        }
        return length
    }

    private mutating func refuseByte(
        _ code: SyntaxProblem.Code, at index: Int, _ message: String, _ refuse: (Int) -> Void
    ) {
        if problem == nil { problem = SyntaxProblem(code, at: index, message) }
        refuse(index)
    }

    /// One well-formed sequence of two to four bytes, by table 3-7 of the Unicode standard.
    private static func decode(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int)? {
        let lead = text[index]
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard 0xC2...0xF4 ~= lead, length <= text.count - index else { return nil }
        var scalar = UInt32(lead) & (0x7F >> UInt32(length))
        for byte in text[(index + 1)..<(index + length)] {
            guard byte & 0xC0 == 0x80 else { return nil }
            scalar = scalar << 6 | UInt32(byte & 0x3F)
        }
        guard Unicode.Scalar(scalar) != nil, scalar >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000) else {
            return nil
        }
        return (scalar, length)
    }

    /// Where the next byte is that is neither printable ASCII nor a line feed.
    private static func firstUnusual(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard let base = text.baseAddress.map({ UnsafeRawPointer($0) }) else { return text.count }
        var index = start
        // Explicit vectors: a scalar literal beside a vector calls code that is not specialised.
        let space = SIMD16<UInt8>(repeating: 0x20)
        let span = SIMD16<UInt8>(repeating: 0x5F)
        let lineFeed = SIMD16<UInt8>(repeating: 0x0A)
        while index &+ 64 <= text.count {
            var usual = SIMDMask<SIMD16<Int8>>(repeating: true)
            for part in 0..<4 {
                let bytes = base.loadUnaligned(fromByteOffset: index &+ part &* 16, as: SIMD16<UInt8>.self)
                usual = usual .& (((bytes &- space) .< span) .| (bytes .== lineFeed))
            }
            guard all(usual) else { break }
            index &+= 64
        }
        while index < text.count, 0x20...0x7E ~= text[index] || text[index] == 0x0A { index &+= 1 }
        return index
    }
}
