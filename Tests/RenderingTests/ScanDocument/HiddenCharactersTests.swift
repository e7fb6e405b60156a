import Testing

@testable import Rendering

struct HiddenCharactersTests {
    @Test(arguments: [
        ("plain é 鍵 🔑", "plain é 鍵 🔑"), ("\u{1B}[2J", "\\u001b[2J"), ("a\nb\tc\r", "a\\nb\\tc\\r"),
        ("\u{7F}\u{80}\u{9F}\u{A0}", "\\u007f\\u0080\\u009f\u{A0}"), ("\u{202E}x\u{2066}", "\\u202ex\\u2066"),
        ("\u{E0041}", "\\udb40\\udc41"), ("\u{200D}\u{FEFF}", "\\u200d\\ufeff"),
    ])
    func escapes(text: String, expected: String) {
        #expect(HiddenCharacters.escaped(in: text) == expected)
    }

    @Test func escapesForYAMLWithoutSurrogates() {
        #expect(HiddenCharacters.yamlEscape(for: "\u{E0041}") == "\\U000e0041")
        #expect(HiddenCharacters.yamlEscape(for: "\u{AD}") == "\\u00ad")
    }
}
