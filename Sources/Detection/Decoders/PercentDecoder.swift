import StructuredText

/// Replaces `%41` style octets (RFC 3986, section 2.1).
enum PercentDecoder {
    /// Decodes the whole text; a percent sign that begins no octet stays, and so does `+`.
    ///
    /// - Returns: whether there was an octet of a printable ASCII character. Other octets alone change nothing that a key
    ///   could be made of or stand behind, and the output is not to be used.
    static func decode(_ text: Span<UInt8>, into output: inout [UInt8]) -> Bool {
        guard var from = text.position(of: percent, in: 0..<text.count) else { return false }
        output.removeAll(keepingCapacity: true)
        output.append(contentsOf: [UInt8](copying: text.extracting(0..<from)))
        var changed = false
        while from < text.count {
            if text[from] == percent, let byte = octet(text, from) {
                output.append(byte)
                changed = changed || (byte > 0x20 && byte < 0x7f)
                from += 3
            } else {
                output.append(text[from])
                from += 1
            }
        }
        return changed
    }

    private static let percent = UInt8(ascii: "%")

    private static func octet(_ text: Span<UInt8>, _ index: Int) -> UInt8? {
        guard index + 2 < text.count, let high = text[index + 1].hexadecimalValue,
            let low = text[index + 2].hexadecimalValue
        else { return nil }
        return high << 4 | low
    }
}
