import MigrationModel

/// The table of keys in a ticket.
enum MarkdownKeyTable {
    static let head = """
        | Key | Kind | Account or principal | Found | Age | Notes |
        | --- | --- | --- | --- | --- | --- |

        """

    static func row(_ key: KeyDescription) -> String {
        let isOwned = key.key.identity.account != nil || key.key.identity.principal != nil
        let cells = [
            MarkdownText.code(key.key.identity.id),
            key.key.identity.kind.words,
            isOwned ? MarkdownText.code(key.owner) : key.owner,
            key.key.secretHalfPresent ? "**\(key.credential)**" : key.credential,
            key.age ?? "",
            notes(key).joined(separator: "<br>"),
        ]
        return "| " + cells.joined(separator: " | ") + " |\n"
    }

    private static func notes(_ key: KeyDescription) -> [String] {
        let notes = [key.warning, key.doubt] + key.managers + [key.immutability, key.permission]
        return notes.compactMap(\.self).map(MarkdownText.prose)
    }
}
