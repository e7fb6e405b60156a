import MigrationModel

/// An id that is only a stretch of something longer: a hash, a certificate, any base64 that was not decoded.
///
/// A letter, a digit or `+` right beside it decides. `/`, `-`, `_` and `=` also separate things in URLs and flags
/// (`s3://ID:…`, `Credential=ID/20240101/…`, `--key=ID`), so they only count when what stands behind them looks random.
enum PartOfTokenLookAlike: LookAlikeRule {
    static var reason: LookAlike { .partOfToken }

    static func applies(to token: SuspectedToken) -> Bool {
        switch token.kind {
        case .awsAccessKey, .awsTemporaryKey, .googleHMACKey: isPart(token)
        // The scanners of these take whole runs of their alphabet.
        default: false
        }
    }

    /// How far a run is followed, which bounds the work for each id.
    private static let reach = 64

    private static func isPart(_ token: SuspectedToken) -> Bool {
        let (text, range) = (token.text, token.range)
        if range.lowerBound > 0, extends(text[range.lowerBound - 1]),
            !TextEscape.ends(before: range.lowerBound, in: text)
        {
            return true
        }
        if range.upperBound < text.count, extends(text[range.upperBound]) { return true }
        if isInsideAName(range, in: text) { return true }
        let before = run(before: range.lowerBound, in: text)
        let behind = run(behind: range.upperBound, in: text)
        // `AKIA…/SECRET` is a key, however random the secret.
        if before.isEmpty, behind.count == 40, SecretHalf.isRandom(behind[...]) { return false }
        let outside = before + behind
        return outside.count >= 20 && Randomness(of: outside).looksLikeBase64
    }

    /// Whether the token is one part of a name with underscores on both sides, as in `PREFIX_AKIA…_SUFFIX`.
    private static func isInsideAName(_ range: Range<Int>, in text: [UInt8]) -> Bool {
        let underscore = UInt8(ascii: "_")
        guard range.lowerBound > 0, range.upperBound < text.count else { return false }
        return text[range.lowerBound - 1] == underscore && text[range.upperBound] == underscore
    }

    private static func extends(_ byte: UInt8) -> Bool { byte.isLetterOrDigit || byte == UInt8(ascii: "+") }

    private static func run(before offset: Int, in text: [UInt8]) -> [UInt8] {
        guard offset > 0, let belongs = alphabet(ofSeparator: text[offset - 1]) else { return [] }
        return Array(text[max(0, offset - 1 - reach)..<(offset - 1)].reversed().prefix(while: belongs))
    }

    private static func run(behind offset: Int, in text: [UInt8]) -> [UInt8] {
        guard offset < text.count, let belongs = alphabet(ofSeparator: text[offset]) else { return [] }
        return Array(text[(offset + 1)..<min(text.count, offset + 1 + reach)].prefix(while: belongs))
    }

    private static func alphabet(ofSeparator byte: UInt8) -> ((UInt8) -> Bool)? {
        switch byte {
        case UInt8(ascii: "/"): { $0.isBase64 }
        case UInt8(ascii: "-"), UInt8(ascii: "_"): { $0.isBase64URL }
        default: nil
        }
    }
}
