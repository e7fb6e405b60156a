import Testing

@testable import ClusterDump

struct YAMLSplitterTests {
    private struct Part: Hashable, CustomStringConvertible {
        var kind: YAMLSplitter.Piece.Kind
        var line: Int
        var text: String

        init(_ kind: YAMLSplitter.Piece.Kind, _ line: Int, _ text: String) {
            (self.kind, self.line, self.text) = (kind, line, text)
        }

        var description: String { "\(kind) \(line) \(text.debugDescription)" }
    }

    /// Feeds the text in chunks as a caller does that reads a stream, carrying over what is left.
    private func parts(of bytes: [UInt8], chunk: () -> Int = { .max }) -> [Part] {
        var splitter = YAMLSplitter()
        var parts: [Part] = []
        var buffer: [UInt8] = []
        var rest = bytes[...]
        repeat {
            let next = rest.prefix(chunk())
            rest = rest.dropFirst(next.count)
            buffer += next
            let consumed = splitter.split(buffer.span, from: 0, atEnd: rest.isEmpty) { piece in
                let text = String(decoding: buffer[piece.range], as: UTF8.self)
                parts.append(Part(piece.kind, piece.line, text))
            }
            buffer.removeFirst(consumed)
        } while !rest.isEmpty
        #expect(buffer.isEmpty)
        return parts
    }

    private func parts(of text: String) -> [Part] { parts(of: Array(text.utf8)) }

    @Test func splitsDocuments() {
        #expect(
            parts(of: "a: b\n---\nc: d\n--- # c\ne: f\n...\n# g\n---\nh: i") == [
                Part(.document, 1, "a: b\n"), Part(.document, 2, "---\nc: d\n"),
                Part(.document, 4, "--- # c\ne: f\n...\n"), Part(.document, 8, "---\nh: i"),
            ])
    }

    @Test(arguments: ["", "\n", "# c\n", "---\n", "---\n---\n# c\n...\n", "--- # c\n  \n", "\u{FEFF}", "\u{FEFF}# c\n"])
    func leavesOutWhatHasNoContent(text: String) {
        #expect(parts(of: text) == [])
    }

    @Test(arguments: [
        "--- a\n", "----\n", "---a\n", "a: |\n  ---\n  - b\n", "\u{FEFF}a: b\n", "a: b\r\n", "\ta\n", "- a\n- b\n",
    ])
    func keepsADocumentWhole(text: String) {
        #expect(parts(of: text) == [Part(.document, 1, text)])
    }

    @Test func splitsCarriageReturns() {
        #expect(
            parts(of: "a: b\r\n---\r\nc: d\r\n") == [
                Part(.document, 1, "a: b\r\n"), Part(.document, 2, "---\r\nc: d\r\n"),
            ])
    }

    @Test func splitsTheItemsOfAList() {
        let head = "apiVersion: v1\nitems:\n"
        let items = [
            "- apiVersion: v1\n  data:\n    a: |\n      - b\n      items:\n\n  list:\n  - c\n  kind: ConfigMap\n# d\n",
            "- kind: Secret\n", "-\n  kind: Secret\n",
        ]
        let tail = "kind: List\nmetadata:\n  resourceVersion: \"\"\n"
        #expect(
            parts(of: head + items.joined() + tail + "---\nx: y\n") == [
                Part(.envelope, 1, head), Part(.item, 3, items[0]), Part(.item, 13, items[1]),
                Part(.item, 14, items[2]), Part(.envelope, 16, tail), Part(.document, 19, "---\nx: y\n"),
            ])
    }

    @Test func splitsIndentedItems() {
        let head = "kind: SecretList # c\nitems: # c\n\n  # first\n"
        #expect(
            parts(of: head + "  - a: b\n    c:\n    - d\n  - e: f\nmetadata: {}\n") == [
                Part(.envelope, 1, head),
                Part(.item, 5, "  - a: b\n    c:\n    - d\n"), Part(.item, 8, "  - e: f\n"),
                Part(.envelope, 9, "metadata: {}\n"),
            ])
    }

    @Test(arguments: [
        "items:\n- a\n- b\n", "kind: Menu\nitems:\n- a\n", "kind: List\nitems: []\n", "kind: List\nitems:\n  a: b\n",
        "kind: List\nspec:\n  items:\n  - a\n", "kind: List\nitems:\nmetadata: {}\n", "kind: List\nitemsize:\n- a\n",
        "kind: List\nitems: [\n- a\n]\n",
    ])
    func takesNoOtherItemsForAList(text: String) {
        #expect(parts(of: text) == [Part(.document, 1, text)])
    }

    @Test func startsAnewAfterAList() {
        #expect(
            parts(of: "kind: List\nitems:\n- a\n---\nitems:\n- b\n").map(\.kind) == [.envelope, .item, .document])
    }

    @Test func keepsUTF16Whole() {
        let bytes: [UInt8] = [0xFF, 0xFE, 0x2D, 0x0A, 0x0A, 0x00]
        #expect(parts(of: bytes, chunk: { 1 }).map(\.kind) == [.document])
    }

    @Test func doesNotDependOnChunks() {
        var numbers = SplitterNumbers(state: 7)
        let lines = [
            "apiVersion: v1\n", "kind: List\n", "kind: Pod\n", "items:\n", "- a\n", "-\n", "  - b\n", "  c: d\n",
            "---\n", "...\n", "# e\n", "\n", "  \n", "--- f\n", "metadata: {}\n", "\t\n", "items:\r\n",
            "- a: |\n    ---\n", "-",
        ]
        for _ in 0..<3_000 {
            let text = (0..<Int.random(in: 0...14, using: &numbers)).compactMap { _ in
                lines.randomElement(using: &numbers)
            }.joined()
            let whole = parts(of: text)
            let cut = parts(of: Array(text.utf8)) { .random(in: 1...9, using: &numbers) }
            #expect(whole == cut, "\(text.debugDescription)")
            #expect(whole.reduce(0) { $0 + $1.text.utf8.count } <= text.utf8.count)
            let content = Self.content(of: text)
            let kept = whole.flatMap { Self.content(of: $0.text) }
            #expect(content == kept, "\(text.debugDescription)")
        }
    }

    /// The lines that must not be lost.
    private static func content(of text: String) -> [String] {
        text.unicodeScalars.split(separator: "\n").map { String($0).trimmingPrefix(while: \.isWhitespace) }
            .filter { !$0.isEmpty && $0 != "---" && $0 != "..." && !$0.hasPrefix("#") }
            .map(String.init)
    }
}

/// The same random numbers in every run.
private struct SplitterNumbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}
