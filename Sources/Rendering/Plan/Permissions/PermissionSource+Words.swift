import MigrationModel

extension PlannedPermissions.Source {
    /// Where permissions come from, in a few words.
    var words: String {
        switch self {
        case .given: "given"
        case .user: "the user's own"
        case .draft: "**draft**"
        case .byHand: "to be granted"
        }
    }
}

extension PlannedPermissions {
    /// What they are, as a sentence of Markdown.
    var sentence: String {
        let people = Wording.list(users.map { MarkdownText.code($0) }, most: 3)
        let isEmpty = policies.isEmpty
        switch source {
        case .given:
            return "What it may do was given: "
                + Wording.list(Set(policies.map(\.origin)).sorted().map { MarkdownText.code($0) }) + "."
        case .user:
            let isCut = remarks.contains { $0.kind == .cut }
            return "It may do what \(people) may, whose key it has"
                + (isCut ? ", as far as \(origins) show\(derivedFrom.count == 1 ? "s" : "") that it is used." : ".")
        case .draft where isEmpty: return "**Nothing is drafted**: no setting names anything that it uses."
        case .draft:
            return "**A draft**, derived from \(origins). Compare it with what the service does."
        case .byHand:
            return users.isEmpty
                ? "It gets the roles of the identity that the key belongs to." : "It gets the roles of \(people)."
        }
    }
    /// What a draft was derived from.
    private var origins: String {
        Wording.list(
            derivedFrom.map { "\(MarkdownText.code($0.setting)) (\(MarkdownText.prose($0.place)))" }, most: 8)
    }
}
