/// A pattern for services, `NAMESPACE/KIND/NAME` with `*` for any run of characters.
enum ServicePattern {
    static let meaning = "NAMESPACE/KIND/NAME, where `*` stands for anything"

    /// The pattern, when there is any service that it can match.
    static func read(_ text: LocatedFields.Text, _ name: String, of fields: LocatedFields) -> String? {
        fields.formed(text, name, canMatch, meaning: "\(meaning), such as `production/Deployment/api` or `legacy/*`")
    }

    /// Names of Kubernetes have neither slashes nor spaces, so that without a star there are exactly three of them.
    private static func canMatch(_ pattern: String) -> Bool {
        guard !pattern.unicodeScalars.contains(where: \.properties.isWhitespace) else { return false }
        let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
        if pattern.contains("*") { return parts.count <= 3 }
        return parts.count == 3 && !parts[1].isEmpty && !parts[2].isEmpty
    }
}
