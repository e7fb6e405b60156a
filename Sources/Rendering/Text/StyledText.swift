/// A piece of a line: harmless text, how it looks, and what happens to it when the terminal is too narrow.
struct StyledText: Hashable, Sendable {
    /// How a piece looks where there is colour; nothing is told by colour alone.
    enum Style: String, Sendable {
        case plain = ""
        case bold = "1"
        case red = "31"
        case yellow = "33"
        case dim = "2"
    }

    /// What happens to a piece that is wider than the terminal.
    enum Excess: Sendable {
        /// Sentences go on in the next line.
        case wraps
        /// Names and paths lose their middle.
        case loses
    }

    let text: String
    let width: Int
    var style: Style
    var excess: Excess
    /// Columns that the piece takes at least when another follows it.
    var column = 0

    /// Makes the text harmless; there is no other way to get text into a line.
    init(_ text: String, _ style: Style = .plain, _ excess: Excess = .loses) {
        self.text = TerminalText.harmless(text)
        width = TerminalText.width(self.text)
        self.style = style
        self.excess = excess
    }

    func padded(to column: Int) -> StyledText {
        var padded = self
        padded.column = column
        return padded
    }
}
