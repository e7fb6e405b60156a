import StructuredText
import Testing

@testable import ScanBenchmark

struct SyntheticDumpTests {
    private func text(_ format: DumpFormat, _ limit: SyntheticDump.Limit) -> String {
        var dump = SyntheticDump(format: format, limit: limit)
        var text = ""
        dump.write { text += $0 }
        return text
    }

    private func objects(_ text: String) throws -> [Node] {
        var reader = JSONReader()
        let tree = TreeBuilder()
        try reader.read(Array(text.utf8).span, into: tree)
        return try #require(tree.finish()?["items"]).elements
    }

    @Test func isTheSameEachTime() {
        #expect(text(.compact, .objects(120)) == text(.compact, .objects(120)))
    }

    @Test func hasAboutTheSizeAskedFor() {
        let size = text(.json, .bytes(1_000_000)).utf8.count
        #expect((950_000..<1_100_000).contains(size))
    }

    @Test func hasTheNumberOfObjectsAskedFor() throws {
        #expect(try objects(text(.compact, .objects(110))).count == 110)
    }

    @Test func beginsAndEndsWithAKey() throws {
        let planted = PlantedKey.all
        let objects = try objects(text(.compact, .objects(110)))
        let first = objects.first?["data"]?["AWS_ACCESS_KEY_ID"]?.text
        #expect(first == planted.first.map { Base64Text.encode($0.key.id) })
        let source = objects.last?["spec"]?["steps"]?.elements.first?["source"]?.text ?? ""
        #expect(source.contains(planted.last?.key.id ?? "no key"))
    }

    @Test func hasTheSameObjectsInEveryFormat() throws {
        let expected = try objects(text(.compact, .objects(100))).map { $0["metadata"]?["name"]?.text }
        let pretty = try objects(text(.json, .objects(100))).map { $0["metadata"]?["name"]?.text }
        #expect(pretty == expected)
        #expect(text(.jsonl, .objects(100)).split(separator: "\n").count == 100)

        let tree = TreeBuilder()
        var reader = YAMLReader()
        try reader.read(Array(text(.yaml, .objects(100)).utf8).span, into: tree)
        let names = try #require(tree.finish()?["items"]).elements.map { $0["metadata"]?["name"]?.text }
        #expect(names == expected)
    }
}
