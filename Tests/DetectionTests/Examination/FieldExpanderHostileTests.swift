import MigrationModel
import StructuredText
import Testing

@testable import Detection

/// Documents that are made to be slow, deep or huge.
struct FieldExpanderHostileTests {
    @Test func stopsAtTheDepthLimit() {
        let text = (0..<20).reduce("nothing but a text of some length") { text, _ in text.base64 }
        let collection = FieldExpander().expand(["f": Node(text)], kind: "")
        let decodings = Array(repeating: ValuePath.Step.decoding(.base64), count: FieldExpander.depthLimit)
        let path = ValuePath([.field("f")] + decodings)
        #expect(collection.problems == [FieldProblem(code: .decodingDepth, path: path)])
        #expect(collection.fields.map(\.path) == [path])
    }

    @Test func readsAtTheDepthLimit() {
        let text = (0..<FieldExpander.depthLimit).reduce(PlantedKey.id + " and more") { text, _ in text.base64 }
        let collection = FieldExpander().expand(["f": Node(text)], kind: "")
        #expect(collection.problems.isEmpty)
        #expect(collection.fields.map(\.text) == [Array((PlantedKey.id + " and more").utf8)])
    }

    @Test func refusesBombs() {
        let bomb = [UInt8](repeating: 0x20, count: Inflater.limit + 1).gzip
        let collection = FieldExpander().expand(["data": ["f": Node(bomb.base64)]], kind: "Secret")
        let path = ValuePath([.field("data"), .field("f"), .decoding(.base64)])
        #expect(collection.problems == [FieldProblem(code: .expansionLimit, path: path)])
    }

    @Test func limitsTheExpansionOfAllValuesTogether() {
        let bomb = [UInt8](repeating: 0x20, count: 100_000).gzip.base64
        let members = (0..<20).map { Node.Member(key: "k\($0)", value: Node(bomb)) }
        let document: Node = ["data": .mapping(members), "id": Node(PlantedKey.id)]
        let collection = FieldExpander(expansionLimit: 1 << 20).expand(document, kind: "Secret")
        #expect(collection.problems.map(\.code) == [.expansionLimit])
        #expect(collection.fields.reduce(0) { $0 + $1.text.count } < 1 << 20)
        #expect(collection.fields.last?.text == Array(PlantedKey.id.utf8))
    }

    @Test(.enabled(if: Readers.json)) func survivesDeepJSONInText() {
        let text =
            String(repeating: "[", count: 100_000) + "\"\(PlantedKey.id)\"" + String(repeating: "]", count: 100_000)
        let paths = Expanded.keyPaths(["f": Node(text)])
        #expect(paths == ["f"])
    }

    @Test func survivesDeepTrees() {
        var node: Node = ["x": "text"]
        for _ in 0..<5_000 { node = ["a": node, "b": "text"] }
        let collection = FieldExpander().expand(node, kind: "")
        #expect(collection.fields.count == 5_001)
        #expect(collection.fields.allSatisfy { $0.path.steps.count <= 128 })
    }

    @Test(arguments: [
        "=", "%", "%41", "<", "[", "{", "<a", "<a>", "A", "A\n", "a=\"", "a: ", "a:\n ", "- ", "&", "&a=", ";a=b", "'",
        "\"", "--x ", "--x '", "$(", "\\", "\\n", "@", "://", "a://b:@", "<!--", "<![CDATA[", "]]>", "{{", "}\n",
        "a {\n", "[a]\nb=c\n", "#", "a.b c\\\n", "QUtJ", "QUtJ\n    ", "{\"a\":", "<p n='", "/", "\u{0}", "|\n  ",
        "H4sI",
        "\u{1f}\u{8b}\u{8}",
    ])
    func findsWhatStandsBehindRepetition(of part: String) {
        let text = String(repeating: part, count: 40_000 / part.utf8.count)
        for start in ["", "a=b\n", "<a>", "a: b\n", "x://"] {
            let paths = Expanded.keyPaths(["f": Node(start + text + "\n" + PlantedKey.id)], kind: "")
            #expect(!paths.isEmpty, "behind \(start)")
        }
    }
}
