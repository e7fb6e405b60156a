/// Sets pieces one after the other, and goes on in an indented line where the terminal ends.
struct LineFlow {
    /// Columns of the terminal; `nil` where lines have no end.
    let width: Int?
    let hasColour: Bool
    private(set) var text = ""
    private var column = 0
    private var padding = 0

    init(_ setting: RenderSetting) {
        // Narrower than this nothing can be read, and the terminal may wrap as it likes.
        width = setting.width.map { max($0, 30) }
        hasColour = setting.hasColour
    }

    /// Adds one line, or more if it does not fit, whose continuations are indented further.
    mutating func line(_ pieces: [StyledText], indent: Int = 0, continuation: Int? = nil) {
        let continuation = continuation ?? indent + 4
        begin(indent)
        var isEmpty = true
        for piece in pieces where !piece.text.isEmpty {
            if !isEmpty, let width, column + max(padding, 2) + piece.width > width {
                end()
                begin(continuation)
                isEmpty = true
            }
            if !isEmpty { space(max(padding, 2)) }
            set(piece, continuation)
            padding = max(0, piece.column - piece.width) + 2
            isEmpty = false
        }
        end()
    }

    /// Adds a line that is never broken or cut, so that it can be copied.
    mutating func whole(_ pieces: [StyledText], indent: Int = 0) {
        begin(indent)
        for (index, piece) in pieces.enumerated() {
            if index > 0 { space(2) }
            put(piece.text, piece.style)
        }
        end()
    }

    /// Adds an empty line.
    mutating func gap() { text += "\n" }

    private mutating func begin(_ indent: Int) {
        column = 0
        padding = 0
        space(indent)
    }

    private mutating func end() { text += "\n" }

    private mutating func space(_ columns: Int) {
        text += String(repeating: " ", count: columns)
        column += columns
    }

    private mutating func set(_ piece: StyledText, _ continuation: Int) {
        guard let width, column + piece.width > width else { return put(piece.text, piece.style) }
        guard piece.excess == .wraps else {
            return put(TerminalText.shortened(piece.text, to: width - column), piece.style)
        }
        var isFirst = true
        for word in piece.text.split(separator: " ") {
            if !isFirst, column + 1 + TerminalText.width(String(word)) > width {
                end()
                begin(continuation)
            } else if !isFirst {
                space(1)
            }
            setWord(word, piece.style, width, continuation)
            isFirst = false
        }
    }

    /// A word longer than a line goes on in the next one, since a sentence must not lose anything.
    private mutating func setWord(_ word: Substring, _ style: StyledText.Style, _ width: Int, _ continuation: Int) {
        var rest = word
        while !rest.isEmpty {
            var part = TerminalText.prefix(of: rest, width - column)
            if part.isEmpty, column == continuation { part = rest.prefix(1) }
            put(String(part), style)
            rest = rest[part.endIndex...]
            guard !rest.isEmpty else { return }
            end()
            begin(continuation)
        }
    }

    private mutating func put(_ string: String, _ style: StyledText.Style) {
        guard !string.isEmpty else { return }
        column += TerminalText.width(string)
        text += hasColour && style != .plain ? "\u{1b}[\(style.rawValue)m\(string)\u{1b}[0m" : string
    }
}
