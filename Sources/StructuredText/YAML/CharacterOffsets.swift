/// Turns libyaml's marks, which count characters and not a byte order mark, into byte offsets.
///
/// Marks come nearly in order, so the last position is kept and walked from; all marks of a document together cost one
/// walk over it.
struct CharacterOffsets {
    private let text: UnsafeBufferPointer<UInt8>
    private let encoding: Encoding
    private var character = 0
    private var byte: Int

    private enum Encoding {
        /// One byte is one character.
        case ascii
        case utf8
        /// With the place of the high byte in each unit.
        case utf16(highByte: Int)
    }

    init(_ text: UnsafeBufferPointer<UInt8>, isASCII: Bool) {
        self.text = text
        (encoding, byte) = Self.encoding(of: text, isASCII: isASCII)
    }

    private static func encoding(
        of text: UnsafeBufferPointer<UInt8>, isASCII: Bool
    ) -> (Encoding, firstByte: Int) {
        if isASCII { return (.ascii, 0) }
        if text.starts(with: [0xFF, 0xFE]) { return (.utf16(highByte: 1), 2) }
        if text.starts(with: [0xFE, 0xFF]) { return (.utf16(highByte: 0), 2) }
        return (.utf8, text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    }

    /// The byte at which a character begins; the end of the text for what lies behind it.
    mutating func byteOffset(ofCharacter index: Int) -> Int {
        switch encoding {
        case .ascii: return min(index, text.count)
        case .utf8: walkUTF8(to: index)
        case .utf16(let highByte): walkUTF16(to: index, highByte: highByte)
        }
        return byte
    }

    private mutating func walkUTF8(to index: Int) {
        while character < index, byte < text.count {
            repeat { byte += 1 } while byte < text.count && text[byte] & 0xC0 == 0x80
            character += 1
        }
        while character > index, byte > 0 {
            repeat { byte -= 1 } while byte > 0 && text[byte] & 0xC0 == 0x80
            character -= 1
        }
    }

    private mutating func walkUTF16(to index: Int, highByte: Int) {
        while character < index, byte + 1 < text.count {
            let isHighSurrogate = text[byte + highByte] & 0xFC == 0xD8
            byte = min(byte + (isHighSurrogate ? 4 : 2), text.count)
            character += 1
        }
        while character > index, byte >= 4 {
            let isLowSurrogate = text[byte - 2 + highByte] & 0xFC == 0xDC
            byte -= isLowSurrogate ? 4 : 2
            character -= 1
        }
    }
}
