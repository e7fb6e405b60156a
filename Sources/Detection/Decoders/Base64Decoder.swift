import MigrationModel

/// Removes base64 from a text that is nothing but base64, in either alphabet of RFC 4648, wrapped over lines or not, padded or not.
///
/// Any other byte is refused: that is also the test whether a text is base64 at all.
enum Base64Decoder {
    /// Decodes the whole text.
    ///
    /// - Parameters:
    ///   - text: what may be base64; CR and LF anywhere and white space at its ends are skipped.
    ///   - output: replaced by the decoded bytes; left in any state when the text is no base64.
    /// - Returns: the alphabet it was written in, or `nil` when it is no base64.
    static func decode(_ text: Span<UInt8>, into output: inout [UInt8]) -> Decoding? {
        output.removeAll(keepingCapacity: true)
        var (accumulator, bits, padding, alphabet) = (UInt32(0), 0, 0, Decoding.base64)
        for index in text.indices {
            let byte = text[index]
            let digit = digits[Int(byte)]
            if digit < 64 {
                guard padding == 0 else { return nil }
                if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") { alphabet = .base64url }
                accumulator = accumulator << 6 | UInt32(digit)
                bits += 6
                if bits >= 8 {
                    bits -= 8
                    output.append(UInt8(truncatingIfNeeded: accumulator >> UInt32(bits)))
                }
            } else if byte == UInt8(ascii: "=") {
                padding += 1
            } else if byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
                return nil
            }
        }
        return padding <= 2 && bits != 6 && !output.isEmpty ? alphabet : nil
    }

    /// The value of each digit in both alphabets; 255 for all other bytes.
    private static let digits: [UInt8] = {
        var table = [UInt8](repeating: 255, count: 256)
        for (value, byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
            table[Int(byte)] = UInt8(value)
        }
        table[Int(UInt8(ascii: "-"))] = 62
        table[Int(UInt8(ascii: "_"))] = 63
        return table
    }()
}
