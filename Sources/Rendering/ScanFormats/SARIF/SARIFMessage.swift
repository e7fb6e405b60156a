/// Plain text messages (SARIF 2.1.0, section 3.11) that hold names from a cluster.
enum SARIFMessage {
    /// The text with hidden characters escaped, and without anything that a viewer takes for a link (section 3.11.6).
    static func text(_ text: String) -> String {
        HiddenCharacters.escaped(in: text).split(separator: "](", omittingEmptySubsequences: false)
            .joined(separator: "] (")
    }

    /// The text with its middle replaced, so that a long name does not push out what follows: GitHub shows 1,000
    /// characters.
    static func shortened(_ text: String, to limit: Int) -> String {
        let scalars = text.unicodeScalars
        guard scalars.count > limit else { return text }
        let start = String.UnicodeScalarView(scalars.prefix((limit - 1) / 2))
        let end = String.UnicodeScalarView(scalars.suffix(limit - 1 - (limit - 1) / 2))
        return String(start) + "…" + String(end)
    }
}
