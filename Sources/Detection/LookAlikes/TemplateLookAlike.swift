import MigrationModel

/// An expression that yields a key only when something renders it: `${KEY}`, `{{ .Values.key }}`, `$(KEY)`, `%(key)s`.
///
/// A default inside an expression (`${KEY:-AKIA…}`) is a key like any other: what counts is where the token begins.
enum TemplateLookAlike: LookAlikeRule {
    static var reason: LookAlike { .template }

    private static let openings: [StaticString] = ["${", "{{", "$(", "%(", "<%", "#{"]

    static func applies(to token: SuspectedToken) -> Bool {
        switch token.kind {
        case .awsAccessKey, .awsTemporaryKey, .googleHMACKey:
            token.body.isEmpty && opens(at: token.range.upperBound, in: token.text)
        default:
            token.range.contains { opens(at: $0, in: token.text) }
        }
    }

    /// Whether an expression begins at `offset`.
    static func opens(at offset: Int, in text: [UInt8]) -> Bool {
        openings.contains { ByteSearch.stands($0, in: text, at: offset) }
    }
}
