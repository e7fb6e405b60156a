import Testing

@testable import StructuredText

struct YAMLWriterTests {
    @Test func writesAsKubectlDoes() {
        let value: StructuredValue = [
            "kind": "List", "items": [["name": "a", "ports": [80, 443]], []], "none": .null, "map": [:], "ok": true,
        ]
        #expect(
            YAMLWriter.text(for: value) == """
                kind: List
                items:
                - name: a
                  ports:
                  - 80
                  - 443
                - []
                none: null
                map: {}
                ok: true

                """)
    }

    @Test(arguments: [
        "", "~", "null", "Null", "yes", "NO", "on", "y", "true", "1e3", "0x10", "0o17", "017", "1_000", "-12", "+.5",
        "2026-01-01", "2026-01-01T10:00:00Z", "12:30:45", ".inf", "-.INF", ".NaN", "<<", "=", "123456789012",
        "12345678901234567890123456789012345678901234567890123456789012345",
    ])
    func quotesWhatWouldBeReadAsSomethingElse(text: String) {
        #expect(YAMLWriter.text(for: ["k": .string(text)]) == "k: \"\(text)\"\n")
        #expect(YAMLWriter.text(for: [.mapping([.init(text, 1)])]) == "- \"\(text)\": 1\n")
    }

    @Test(arguments: [
        "abc", "a b", "nullable", "e3", "x1", "a:b", "arn:aws:iam::123456789012:role/x", "é", "v1.2", "-x",
    ])
    func leavesTextPlain(text: String) {
        #expect(YAMLWriter.text(for: ["k": .string(text)]) == "k: \(text)\n")
    }

    @Test(arguments: [
        ("a: b", "'a: b'"), ("*x", "'*x'"), ("it's #1 #2", "'it''s #1 #2'"), (" x", "' x'"), ("- x", "'- x'"),
        ("---", "'---'"), ("a\tb", #""a\tb""#), ("a\u{0}", #""a\0""#), ("\u{FEFF}x", #""\uFEFFx""#),
        ("a\u{2028}b", #""a\Lb""#), ("x \ny", #""x \ny""#), ("\nx", #""\nx""#), ("a\r\nb", #""a\r\nb""#),
    ])
    func quotesWhatTheSyntaxNeeds(text: String, written: String) {
        #expect(YAMLWriter.text(for: ["k": .string(text)]) == "k: \(written)\n")
    }

    @Test func writesLinesAsBlocks() {
        let value: StructuredValue = ["clip": "a\n b\n", "strip": "a\n\nb", "open": "a\n\n", "last": "x"]
        #expect(
            YAMLWriter.text(for: value) == """
                clip: |
                  a
                   b
                strip: |-
                  a

                  b
                open: "a\\n\\n"
                last: x

                """)
    }

    /// Every reader of ours gets back what was written.
    @Test func writesWhatIsReadBack() {
        var numbers = SeededNumbers(state: 3)
        for _ in 0..<5_000 {
            let text = String(decoding: Self.randomText(&numbers), as: UTF8.self)
            let written = YAMLWriter.text(for: [.mapping([.init(text, .string(text))]), .string(text)])
            let reading = YAMLReading(written)
            #expect(reading.problem == nil, "\(written.debugDescription)")
            let texts = reading.events.compactMap { event -> String? in
                switch event {
                case .key(let text, _), .plain(let text, _), .quoted(let text, _): text
                default: nil
                }
            }
            #expect(texts == [text, text, text], "\(written.debugDescription)")
        }
    }

    private static func randomText(_ numbers: inout SeededNumbers) -> [UInt8] {
        let start = Array(["a", "a b", "", "x\ny\n", "- a", "1", "é"].randomElement(using: &numbers)?.utf8 ?? "".utf8)
        return (start + start).mutatedAsYAML(with: &numbers)
    }

    @Test func doesNotFoldLongLines() {
        let text = String(repeating: "word ", count: 500) + "end"
        #expect(YAMLWriter.text(for: ["k": .string(text)]) == "k: \(text)\n")
    }

    @Test func writesScalarsAlone() {
        #expect(YAMLWriter.text(for: .integer(3)) == "3\n")
        #expect(YAMLWriter.text(for: "x") == "x\n")
    }
}
