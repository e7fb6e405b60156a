extension PolicyDocument {
    /// The same policy in the current version of the language, which is the only one that IAM takes for new policies.
    ///
    /// What looks like a variable in an old policy is a text there, and stays one: `${` becomes `${$}{`. See
    /// [versions](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html).
    public var inCurrentVersion: PolicyDocument {
        guard !hasVariables else { return self }
        var current = PolicyDocument(statements: statements)
        for index in statements.indices {
            current.statements[index].resources = statements[index].resources.map(Self.literal)
            for condition in statements[index].conditions.indices {
                current.statements[index].conditions[condition].values =
                    statements[index].conditions[condition].values.map(Self.literal)
            }
        }
        return current
    }

    private static func literal(_ text: String) -> String {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts.first ?? "")) { literal, part in
            literal += (part.hasPrefix("{") ? "${$}" : "$") + part
        }
    }
}
