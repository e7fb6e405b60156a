/// Looks at base64 in which an access key id may begin, group by group, without decoding more than the id.
enum EncodedNeedle {
    /// How many bytes an id has.
    private static let length = 20

    /// Whether an id begins so many bytes behind the beginning of a group of four digits.
    ///
    /// Where the digits end before the id does, as at the end of a line, it may go on behind what interrupts it.
    static func isPlausible(from start: Int, skipping skipped: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard start >= 0 else { return false }
        var (value, bits, index, decoded) = (UInt32(0), 0, start, -skipped)
        while decoded < length {
            guard index < bytes.count else { return decoded >= 3 }
            guard let digit = digit(bytes[index]) else { return decoded >= 3 }
            (value, bits, index) = (value << 6 | digit, bits + 6, index + 1)
            guard bits >= 8 else { continue }
            bits -= 8
            if decoded >= 0, !belongs(UInt8(truncatingIfNeeded: value >> UInt32(bits)), at: decoded) { return false }
            decoded += 1
        }
        return true
    }

    /// Whether a byte may stand at a position of an id, or begin an escape in the middle of one.
    private static func belongs(_ byte: UInt8, at position: Int) -> Bool {
        switch position {
        case 0, 3: byte == UInt8(ascii: "A")
        case 1: byte == UInt8(ascii: "K") || byte == UInt8(ascii: "S")
        case 2: byte == UInt8(ascii: "I")
        default: byte.isUpper || byte.isDigit || byte == UInt8(ascii: "%") || byte == UInt8(ascii: "\\")
        }
    }

    private static func digit(_ byte: UInt8) -> UInt32? {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(byte - UInt8(ascii: "A"))
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(byte - UInt8(ascii: "a")) + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0")) + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
