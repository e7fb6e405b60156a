/// The formats that `-o` of `keyshift identities` accepts, the default first.
public enum IdentityFormats {
    /// Every format, in the order in which the help lists them.
    public static let all: [any IdentityFormat] = [
        IdentityTableFormat(),
        IdentityJSONFormat(),
        IdentityYAMLFormat(),
        IdentityJSONLinesFormat(),
        IdentityCSVFormat(),
        IdentityMarkdownFormat(),
    ]

    /// The format that a person asked for, or `nil` when there is none of that name.
    public static func named(_ name: String) -> (any IdentityFormat)? {
        all.first { type(of: $0).name == name }
    }
}
