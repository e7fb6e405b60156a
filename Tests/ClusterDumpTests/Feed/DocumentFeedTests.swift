import MigrationModel
import StructuredText
import Testing

@testable import ClusterDump

struct DocumentFeedTests {
    /// One input in memory.
    private struct Input: Sendable {
        var name = "in"
        var text: String
        var step = Int.max
        var failure: InputFailure?
    }

    /// Inputs in memory.
    private final class Texts: InputQueue {
        private var inputs: [Input]
        var expectedBytes: Int { 0 }
        var interruptedInputs: Set<String> { [] }

        init(_ inputs: [Input]) { self.inputs = inputs }

        func next() -> OpenedInput? {
            while !inputs.isEmpty {
                let input = inputs.removeFirst()
                let source = PiecewiseSource(Array(input.text.utf8), step: input.step, failure: input.failure)
                do throws(InputFailure) {
                    return try InputRecognition.open(source, name: input.name)
                } catch {
                    continue
                }
            }
            return nil
        }

        func finish(continueToken: String?) {}
        func takeProblems() -> [Problem] { [] }
    }

    /// A document as a worker gets it.
    private struct Document: Hashable {
        var text: String
        var offset: Int
        var line: Int
        var isFragment = false
        var kind: String?
    }

    private func read(_ inputs: [Input]) -> (documents: [Document], end: DocumentFeed.Conclusion) {
        let feed = DocumentFeed(Texts(inputs))
        let buffer = WorkBuffer()
        var documents: [Document] = []
        while feed.next(into: buffer) {
            for entry in buffer.entries {
                buffer.withBytes(of: entry) { bytes in
                    let text = bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
                    documents.append(
                        Document(
                            text: text.count > 100 ? "\(text.prefix(10))…" : text, offset: entry.document.offset,
                            line: entry.document.line, isFragment: entry.isFragment,
                            kind: entry.document.inherited?.kind))
                }
            }
        }
        return (documents, feed.conclusion())
    }

    private func read(_ text: String, step: Int = 5) -> (documents: [Document], end: DocumentFeed.Conclusion) {
        read([Input(text: text, step: step)])
    }

    private func places(_ problems: [Problem]) -> [String] {
        problems.map { "\($0.code.rawValue) \($0.line ?? 0):\($0.offset ?? -1)" }
    }

    @Test(arguments: [1, 5, 1000]) func tellsWhereDocumentsAre(step: Int) {
        let (documents, end) = read("{\"a\": 1}\n\n{\"b\":\n2} {}\n", step: step)
        #expect(
            documents == [
                Document(text: "{\"a\": 1}", offset: 0, line: 1), Document(text: "{\"b\":\n2}", offset: 10, line: 3),
                Document(text: "{}", offset: 19, line: 4),
            ])
        #expect(
            end == .init(inputs: [ScannedInput(name: "in", bytes: 22, objects: 3)], problems: [], interruptedInputs: [])
        )
    }

    @Test(arguments: [1, 1000]) func givesTypesOfListsToTheirItemsOnly(step: Int) {
        let typed = #"{"kind":"SecretList","items":[{"a":1},{}]}"#
        let plain = #"{"kind":"List","items":[{}]}"#
        let (documents, end) = read("\(typed)\n\(plain)\n{}", step: step)
        #expect(documents.map(\.kind) == ["Secret", "Secret", nil, nil, nil, nil])
        #expect(documents.map(\.text)[2] == #"{"kind":"SecretList","items":[]}"#)
        #expect(end.inputs.map(\.objects) == [4])
    }

    /// What was wrong with an envelope is behind its items, and its offset counts from there.
    @Test func countsOffsetsOfAnEnvelopeFromBehindItsItems() {
        let text = "{\"items\": [\n{},\n{}\n],\n\"kind\" 1}"
        let envelope = read(text).documents[2]
        #expect(envelope.text == "{\"items\": [],\n\"kind\" 1}")
        #expect(envelope.offset + envelope.text.utf8.count == text.utf8.count)
        #expect(envelope.line + 1 == 5)
    }

    @Test func reportsTextBetweenDocuments() {
        let (documents, end) = read("{}\n oops {}\n---\n{} more")
        #expect(documents.map(\.isFragment) == [false, true, false, false, true])
        #expect(places(end.problems) == ["malformed-json 2:4", "malformed-json 4:19"])
        #expect(end.inputs.map(\.objects) == [3])
    }

    /// What is recognised by its beginning, of which this has more than is looked at.
    @Test(arguments: ["\n", " ", "\r\n\t "])
    func reportsAnInputOfWhiteSpace(space: String) {
        let blank = String(repeating: space, count: 5000)
        #expect(read(blank, step: 700).end.problems.map(\.code) == [.empty])
        #expect(read(blank + "{}", step: 700).end.problems == [])
        #expect(read(blank + "x", step: .max).end.problems == [])
    }

    @Test func goesOnBehindADocumentThatIsTooLarge() {
        let large = "{\"a\": \"" + String(repeating: "x", count: FeedState.documentLimit + 100) + "\"}"
        let (documents, end) = read("{}\n\(large)\n{\"b\": 1}", step: .max)
        #expect(documents.filter { !$0.isFragment }.map(\.text) == ["{}", "{\"b\": 1}"])
        #expect(documents.last?.offset == large.utf8.count + 4)
        #expect(documents.last?.line == 3)
        #expect(places(end.problems) == ["object-too-large 2:3"])
        let yaml =
            "a: |\n" + String(repeating: "  \(String(repeating: "x", count: 997))\n", count: 36_000) + "---\nb: 1\n"
        let (parts, conclusion) = read(yaml, step: .max)
        #expect(parts.filter { !$0.isFragment }.map(\.text) == ["---\nb: 1\n"])
        #expect(places(conclusion.problems) == ["object-too-large 1:0"])
    }

    @Test func keepsWhatComesBeforeAFailure() {
        let failure = InputFailure(.damagedCompression, message: "m", advice: "a")
        let torn = Input(name: "torn", text: "{}\n{\"a\": [1", failure: failure)
        let (documents, end) = read([torn, Input(name: "sound", text: "{}")])
        #expect(documents.map(\.text) == ["{}", "{\"a\": [1", "{}"])
        #expect(places(end.problems) == ["damaged-compression 0:11"])
        #expect(end.interruptedInputs == ["torn"])
        #expect(end.inputs.map(\.name) == ["torn", "sound"])
    }
}
