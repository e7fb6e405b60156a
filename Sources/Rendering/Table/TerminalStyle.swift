/// The few emphases that the table uses, as SGR sequences (ECMA-48, section 8.3.117), or none.
struct TerminalStyle {
    /// Whether anything is emphasised.
    var hasColour: Bool

    /// An emphasis.
    enum Emphasis: String {
        case strong = "1"
        case faint = "2"
        case alarm = "1;31"
        case warning = "33"
        case good = "32"
    }

    /// The text between the emphasis and its end; the text is visible already.
    func apply(_ emphasis: Emphasis?, to text: String) -> String {
        guard hasColour, let emphasis, !text.isEmpty else { return text }
        return "\u{1b}[\(emphasis.rawValue)m\(text)\u{1b}[0m"
    }
}
