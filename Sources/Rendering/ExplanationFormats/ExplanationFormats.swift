/// The formats that `-o` of `keyshift scan --explain` accepts, the default first.
public enum ExplanationFormats {
    /// Every format, in the order in which the help lists them.
    public static let all: [any ExplanationFormat] = [
        ExplanationTableFormat(),
        ExplanationJSONFormat(),
        ExplanationYAMLFormat(),
        ExplanationMarkdownFormat(),
    ]

    /// The format that a person asked for, or `nil` when there is none of that name.
    public static func named(_ name: String) -> (any ExplanationFormat)? {
        all.first { type(of: $0).name == name }
    }
}
