extension TerminalText {
    /// The text in at most so many columns, with `…` for its middle, since names differ most at their ends.
    static func shortened(_ text: String, to limit: Int) -> String {
        guard width(text) > limit else { return text }
        guard limit > 1 else { return "…" }
        let tail = (limit - 1) / 2
        return prefix(of: text[...], limit - 1 - tail) + "…" + suffix(of: text, tail)
    }

    /// The longest beginning of the text in so many columns.
    static func prefix(of text: Substring, _ limit: Int) -> Substring {
        var left = limit
        return text.prefix { character in
            left -= width(String(character))
            return left >= 0
        }
    }

    private static func suffix(of text: String, _ limit: Int) -> Substring {
        var left = limit
        var start = text.endIndex
        for index in text.indices.reversed() {
            left -= width(String(text[index]))
            guard left >= 0 else { break }
            start = index
        }
        return text[start...]
    }
}
