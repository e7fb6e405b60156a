import MigrationModel

/// Removes one wrapping from a whole value: base64, gzip, zlib or UTF-16.
///
/// It keeps the state of the inflater, so each worker has one.
final class Peeler {
    /// What is known of a value before anybody looked at it.
    enum Claim: Hashable {
        /// Nothing: its look decides.
        case none
        /// Its place says that it is base64: `binaryData` of a ConfigMap, `data` of a Secret inside a text.
        case base64
        /// It stands in `data` of the Secret that is examined.
        case secretData
    }

    /// What became of a value.
    enum Outcome: Hashable {
        /// The output holds what was inside.
        case peeled(Decoding, Evidence)
        /// Nothing was around it.
        case plain
        /// Base64 was claimed for it, wrongly.
        case notBase64
        /// It begins like gzip but cannot be expanded.
        case damaged
        /// It would expand beyond ``Inflater/limit``.
        case tooLarge
    }

    /// How sure it is that the wrapping was meant.
    enum Evidence: Hashable {
        /// The value is nothing else.
        case certain
        /// The value may as well be what it is: it decodes, but not to a text.
        case possible
    }

    /// Shortest value that is tried as base64: 20 characters, the shortest key id, have 27 without padding.
    static let shortestBase64 = 27

    private let inflater = Inflater()

    /// Removes the outermost wrapping.
    ///
    /// - Parameters:
    ///   - text: the whole value.
    ///   - claim: what its place says of it.
    ///   - output: replaced by what was inside; in any state when nothing was peeled.
    /// - Returns: what was removed, or why nothing was.
    func peel(_ text: Span<UInt8>, claim: Claim = .none, into output: inout [UInt8]) -> Outcome {
        if claim != .none {
            guard let alphabet = decode(text, text.trimmed, into: &output) else { return .notBase64 }
            // A key that somebody forgot to encode is short, and base64 of something all the same.
            let isMeant = text.count > 256 || Self.isMeaningful(output.span)
            return .peeled(alphabet, isMeant ? .certain : .possible)
        }
        guard text.count > 6 else { return .plain }
        if TextShape.isGzip(text) || Self.mayBeZlib(text) {
            switch inflater.inflate(text, into: &output) {
            case .inflated(let decoding): return .peeled(decoding, .certain)
            case .damaged: return .damaged
            case .tooLarge: return .tooLarge
            case .notCompressed: break
            }
        }
        if UTF16Decoder.decode(text, into: &output) { return .peeled(.utf16, .certain) }
        return base64(text, into: &output)
    }

    private func base64(_ text: Span<UInt8>, into output: inout [UInt8]) -> Outcome {
        let range = text.trimmed
        guard range.count >= Self.shortestBase64, let alphabet = decode(text, range, into: &output) else {
            return .plain
        }
        let inside = output.span
        if Self.isMeaningful(inside) { return .peeled(alphabet, .certain) }
        return Self.mayBeZlib(inside) || TextShape.holdsMarker(inside) ? .peeled(alphabet, .possible) : .plain
    }

    /// Whether decoded bytes are something, so that the base64 around them was meant.
    static func isMeaningful(_ inside: Span<UInt8>) -> Bool {
        TextShape.isGzip(inside) || TextShape.isText(inside) || UTF16Decoder.recognises(inside)
    }

    private func decode(_ text: Span<UInt8>, _ range: Range<Int>, into output: inout [UInt8]) -> Decoding? {
        if let alphabet = Base64Decoder.decode(text.extracting(range), into: &output) { return alphabet }
        guard Self.isIndented(text, range) else { return nil }
        var unindented: [UInt8] = []
        for index in range where !text[index].isSpace { unindented.append(text[index]) }
        return Base64Decoder.decode(unindented.span, into: &output)
    }

    /// Whether the second line begins with blanks, as base64 does that was wrapped inside a block of YAML.
    private static func isIndented(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        let first = range.lowerBound..<min(range.upperBound, range.lowerBound + 1024)
        guard let end = text.position(of: UInt8(ascii: "\n"), in: first), end - range.lowerBound >= 16 else {
            return false
        }
        for index in range.lowerBound..<end where text[index].isBlank { return false }
        return end + 1 < range.upperBound && text[end + 1].isBlank
    }

    /// Whether the bytes begin like zlib (RFC 1950, section 2.2) and not like a text that happens to.
    private static func mayBeZlib(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count > 6, bytes[0] & 0x8f == 8, (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0 else {
            return false
        }
        return !TextShape.isText(bytes.extracting(0..<min(24, bytes.count)))
    }
}
