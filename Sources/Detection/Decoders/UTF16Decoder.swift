/// Turns UTF-16 into UTF-8: with a byte order mark, or recognised by every other byte being zero.
enum UTF16Decoder {
    /// Decodes the whole text.
    ///
    /// - Parameters:
    ///   - bytes: what may be UTF-16 of either byte order.
    ///   - output: replaced by the text as UTF-8; half surrogate pairs become U+FFFD.
    /// - Returns: whether it was UTF-16; the output is untouched when not.
    static func decode(_ bytes: Span<UInt8>, into output: inout [UInt8]) -> Bool {
        guard let order = byteOrder(bytes) else { return false }
        output.removeAll(keepingCapacity: true)
        output.reserveCapacity(bytes.count / 2 + 16)
        var index = order.start
        while index + 1 < bytes.count {
            let unit = self.unit(bytes, index, order.bigEndian)
            index += 2
            var scalar = UInt32(unit)
            if unit & 0xfc00 == 0xd800, index + 1 < bytes.count {
                let low = self.unit(bytes, index, order.bigEndian)
                if low & 0xfc00 == 0xdc00 {
                    scalar = 0x10000 + (UInt32(unit) & 0x3ff) << 10 + UInt32(low) & 0x3ff
                    index += 2
                }
            }
            output.append(scalar: scalar)
        }
        return true
    }

    /// Whether the bytes begin like UTF-16.
    static func recognises(_ bytes: Span<UInt8>) -> Bool { byteOrder(bytes) != nil }

    private static func unit(_ bytes: Span<UInt8>, _ index: Int, _ bigEndian: Bool) -> UInt16 {
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return bigEndian ? first << 8 | second : second << 8 | first
    }

    private static func byteOrder(_ bytes: Span<UInt8>) -> (bigEndian: Bool, start: Int)? {
        guard bytes.count >= 8 else { return nil }
        if bytes[0] == 0xff, bytes[1] == 0xfe { return (false, 2) }
        if bytes[0] == 0xfe, bytes[1] == 0xff { return (true, 2) }
        guard bytes[0] == 0 || bytes[1] == 0 else { return nil }
        // Without a mark only text of ASCII is recognised, by a look at its beginning.
        let zeroFirst = bytes[0] == 0
        for index in stride(from: 0, to: min(bytes.count & ~1, 64), by: 2) {
            let (zero, character) = zeroFirst ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            guard zero == 0, character < 0x80, !TextShape.isControl(character) else { return nil }
        }
        return (zeroFirst, 0)
    }
}

extension [UInt8] {
    /// Appends a Unicode scalar as UTF-8; U+FFFD in place of what is none.
    mutating func append(scalar value: UInt32) {
        let scalar = Unicode.Scalar(value) ?? "\u{fffd}"
        append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }
}
