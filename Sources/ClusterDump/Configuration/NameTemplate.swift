/// A template for names of roles, in which names in braces are replaced.
enum NameTemplate {
    private static let placeholders = ["cluster", "namespace", "serviceAccount"]
    /// Longer than any cloud takes; what is too long is shortened anyway.
    private static let longest = 200
    private static let meaning = "a name with \(placeholders.map { "{\($0)}" }.joined(separator: ", "))"

    /// The template; `nil` where it is missing or wrong.
    static func read(_ name: String, of fields: LocatedFields) -> String? {
        guard let text = fields.optionalText(name, meaning: meaning),
            let template = fields.formed(
                text, name, { $0.utf8.count <= longest }, meaning: "at most \(longest) characters")
        else { return nil }
        for part in template.split(separator: "{", omittingEmptySubsequences: false).dropFirst() {
            let placeholder = part.firstIndex(of: "}").map { String(part[..<$0]) }
            if let placeholder, placeholders.contains(placeholder) { continue }
            let suggestion = PlainWord.suggestion(for: placeholder ?? "", among: placeholders)
            fields.problems.report(
                .unknownPlaceholder, at: text.offset,
                "`\(name)` of \(fields.theOwner) has an unknown placeholder\(PlainWord.quoted(placeholder ?? "")).",
                advice: suggestion + "Write \(meaning); there are no others, and braces mean nothing else.")
            return nil
        }
        return template
    }
}
