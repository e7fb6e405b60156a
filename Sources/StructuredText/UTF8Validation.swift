/// Finds bytes that are not UTF-8, by table 3-7 of the Unicode standard: no overlong forms, no surrogates.
public enum UTF8Validation {
    /// The position of the first byte that is not part of a well-formed sequence; `nil` when all are.
    public static func firstInvalid(_ bytes: Span<UInt8>) -> Int? {
        var index = 0
        while index < bytes.count {
            index = endOfASCII(bytes, from: index)
            guard index < bytes.count else { return nil }
            let lead = bytes[index]
            guard let length = sequenceLength(lead), index + length <= bytes.count,
                secondByteRange(lead).contains(bytes[index + 1])
            else { return index }
            for follower in index + 2..<max(index + 2, index + length) where bytes[follower] & 0xc0 != 0x80 {
                return index
            }
            index += length
        }
        return nil
    }

    /// Where the next byte is that is not ASCII; the end when there is none.
    private static func endOfASCII(_ bytes: Span<UInt8>, from start: Int) -> Int {
        bytes.withUnsafeBytes { bytes in
            var index = start
            while index + 8 <= bytes.count,
                bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
            {
                index += 8
            }
            while index < bytes.count, bytes[index] < 0x80 { index += 1 }
            return index
        }
    }

    private static func sequenceLength(_ lead: UInt8) -> Int? {
        switch lead {
        case 0xc2...0xdf: 2
        case 0xe0...0xef: 3
        case 0xf0...0xf4: 4
        default: nil
        }
    }

    private static func secondByteRange(_ lead: UInt8) -> ClosedRange<UInt8> {
        switch lead {
        case 0xe0: 0xa0...0xbf
        case 0xed: 0x80...0x9f
        case 0xf0: 0x90...0xbf
        case 0xf4: 0x80...0x8f
        default: 0x80...0xbf
        }
    }
}
