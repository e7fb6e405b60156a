import MigrationModel
import StructuredText
import Testing

@testable import Detection

struct LineLocatorTests {
    private func match(_ id: String, offset: Int, decodings: Bool = false) -> KeyMatch {
        KeyMatch(
            identity: KeyIdentity(id: id, kind: .awsAccessKey),
            path: ValuePath([.field("data")] + (decodings ? [.decoding(.base64)] : [])), offset: offset,
            confidence: .named, nature: .ordinary)
    }

    private func lines(_ text: String, _ matches: [KeyMatch]) -> [Int] {
        let bytes = Array(text.utf8)
        var locator = LineLocator(LineCounter(bytes.span, first: 1))
        return matches.map { locator.line(of: $0, in: bytes.span) }
    }

    private let text = "a: |\n  one\n  \(TestKeys.ids[0])\n  \(TestKeys.ids[1])\nb: c\n"

    @Test func findsTheLineOfTheID() {
        #expect(lines(text, [match(TestKeys.ids[0], offset: 3), match(TestKeys.ids[1], offset: 3)]) == [3, 4])
        #expect(lines(text, [match(TestKeys.ids[1], offset: 3)]) == [4])
    }

    @Test func takesTheLineOfTheValueOtherwise() {
        #expect(lines(text, [match(TestKeys.ids[2], offset: 3)]) == [1])
        #expect(lines(text, [match(TestKeys.ids[0], offset: 3, decodings: true)]) == [1])
        #expect(lines(text, [match("azure-client-secret:0123", offset: 8)]) == [2])
        #expect(lines(text, [match(TestKeys.ids[0], offset: 9999)]) == [6])
        #expect(lines("", [match(TestKeys.ids[0], offset: 0)]) == [1])
        #expect(lines(text, [match("", offset: 5)]) == [2])
    }
}
