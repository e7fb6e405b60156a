import Testing

@testable import Rendering

struct TerminalTextTests {
    @Test(arguments: [
        ("plain-name.v1/ok 'x' \"y\" <z>", "plain-name.v1/ok 'x' \"y\" <z>"),
        ("Zürich › 東京 🔑 é e\u{301}", "Zürich › 東京 🔑 é e\u{301}"),
        ("\u{1b}[31mred\u{1b}[0m", "\\x1b[31mred\\x1b[0m"),
        ("\u{1b}]0;title\u{7}", "\\x1b]0;title\\x07"),
        ("a\nb\rc\td\u{0}e\u{7f}", "a\\nb\\rc\\td\\x00e\\x7f"),
        ("\u{9b}2J\u{85}", "\\u{9b}2J\\u{85}"),
        ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"),
        ("user\u{202e}nimda", "user\\u{202e}nimda"),
        ("\u{202a}\u{202b}\u{202c}\u{202d}", "\\u{202a}\\u{202b}\\u{202c}\\u{202d}"),
        ("\u{2066}\u{2067}\u{2068}\u{2069}", "\\u{2066}\\u{2067}\\u{2068}\\u{2069}"),
        ("\u{200e}\u{200f}\u{61c}", "\\u{200e}\\u{200f}\\u{61c}"),
        ("a\u{200b}b\u{200d}c\u{feff}d\u{ad}e", "a\\u{200b}b\\u{200d}c\\u{feff}d\\u{ad}e"),
        ("\u{3164}\u{115f}\u{e0041}\u{fe0f}", "\\u{3164}\\u{115f}\\u{e0041}\\u{fe0f}"),
        ("\u{301}alone", "\\u{301}alone"),
        ("", ""),
    ])
    func showsWhatSteersOrCannotBeSeen(text: String, expected: String) {
        #expect(TerminalText.harmless(text) == expected)
    }

    @Test func keepsFourMarksAndShowsTheFifth() {
        let marks = String(repeating: "\u{301}", count: 5)
        #expect(TerminalText.harmless("e" + marks) == "e" + String(repeating: "\u{301}", count: 4) + "\\u{301}")
    }

    @Test(arguments: [
        ("", 0), ("abc", 3), ("Zürich", 6), ("東京", 4), ("🔑", 2), ("e\u{301}", 1), ("한", 2), ("ｱ", 1), ("Ａ", 2),
        ("›…", 2), ("🇩🇪", 2),
    ])
    func countsColumns(text: String, width: Int) {
        #expect(TerminalText.width(text) == width)
    }

    @Test(arguments: [
        ("abcdef", 6, "abcdef"), ("abcdefg", 6, "abc…fg"), ("abcdefg", 5, "ab…fg"), ("abcdefg", 1, "…"),
        ("abcdefg", 0, "…"), ("東京東京", 7, "東…京"), ("東京東京", 8, "東京東京"),
    ])
    func losesTheMiddle(text: String, limit: Int, expected: String) {
        #expect(TerminalText.shortened(text, to: limit) == expected)
    }
}
