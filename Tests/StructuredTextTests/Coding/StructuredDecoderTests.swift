import StructuredText
import Testing

/// What is encoded is decoded again, and quoting tells types apart.
struct StructuredDecoderTests {
    enum Choice: Codable, Hashable {
        case none
        case some(number: Int, text: String)
    }

    struct Sample: Codable, Hashable {
        var text = "12"
        var number: Int8 = -7
        var flag = true
        var absent: Int?
        var list: [Int?] = [1, nil]
        var nested: [[String]] = [["null"], []]
        var labels = ["~": "true", "": ""]
        var choices: [Choice] = [.none, .some(number: 3, text: "a\nb")]
    }

    @Test func readsBackWhatWasWritten() throws {
        let value = try StructuredEncoder.encode(Sample())
        #expect(try Self.decode(Sample.self, YAMLWriter.text(for: value)) == Sample())
        #expect(try Self.decode(Sample.self, JSONWriter.text(for: value, pretty: true)) == Sample())
    }

    @Test(arguments: [
        ("text: 12", "text"), ("text: null", "text"), ("number: \"1\"", "number"), ("number: 128", "number"),
        ("number: 1.5", "number"), ("flag: \"true\"", "flag"), ("flag: yes", "flag"), ("list: 1", "list"),
        ("list: [1, a]", "list[1]"), ("labels: {a: 1}", "labels.a"), ("choices: [{no: {}}]", "choices[0]"),
        ("choices: [{some: {number: a}}]", "choices[0].some.number"), ("nested: [[{}]]", "nested[0][0]"),
    ])
    func namesThePath(change: String, path: String) throws {
        var members = try #require(try StructuredEncoder.encode(Sample()).members)
        let name = change.prefix { $0 != ":" }
        members.removeAll { $0.key == name }
        let text = YAMLWriter.text(for: .mapping(members)) + change + "\n"
        let problem = #expect(throws: DecodingProblem.self) { _ = try Self.decode(Sample.self, text) }
        #expect(problem?.path == path)
        // Collections have no place of their own, so an empty one is told by its path only.
        guard !change.contains("{}") else { return }
        #expect((problem?.offset ?? 0) >= text.utf8.count - change.utf8.count - 1)
    }

    @Test func namesWhatIsMissing() {
        let problem = #expect(throws: DecodingProblem.self) { _ = try Self.decode(Sample.self, "number: 1\n") }
        #expect(problem == DecodingProblem(path: "text", offset: 8, message: "It is missing."))
    }

    private static func decode<Value: Decodable>(_ type: Value.Type, _ text: String) throws -> Value {
        let builder = TreeBuilder()
        var reader = YAMLReader()
        try reader.read(Array(text.utf8).span, into: builder)
        return try StructuredDecoder.decode(type, from: try #require(builder.finish()))
    }
}

extension StructuredValue {
    fileprivate var members: [Member]? {
        guard case .mapping(let members) = self else { return nil }
        return members
    }
}
