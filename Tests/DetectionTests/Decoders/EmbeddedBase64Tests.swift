import MigrationModel
import StructuredText
import Testing

@testable import Detection

struct EmbeddedBase64Tests {
    private let text =
        "some text before the id \(PlantedKey.id) and some text behind it, so that it fills more than one line"

    private func search(_ text: String) -> [String] {
        var found: [String] = []
        EmbeddedBase64.search(Array(text.utf8).span) { line, alphabet, inside in
            found.append("\(line) \(alphabet.rawValue) \(String(copying: inside))")
        }
        return found
    }

    @Test(arguments: [64, 76, 40, 44, 100])
    func joinsLinesOfAnyWidth(width: Int) {
        for (shift, indent) in [(0, ""), (1, "    "), (2, "\t"), (3, "      ")] {
            let text = String(repeating: ".", count: shift) + text
            let wrapped = text.base64.wrapped(width, indent: indent)
            #expect(search("key: |\n\(wrapped)\nnext: x y z") == ["2 base64 \(text)"])
            #expect(search("key: |\n\(wrapped.replacing("\n", with: "\r\n"))\r\n") == ["2 base64 \(text)"])
        }
    }

    @Test func joinsOverEscapedLineFeeds() {
        #expect(search("x = \"\(text.base64.wrapped(64).replacing("\n", with: "\\n"))\"") == ["1 base64 \(text)"])
    }

    @Test(arguments: ["n", "ab", "abc", "path/to/", "value-"])
    func findsTheAlignmentBehindStrayCharacters(prefix: String) {
        let found = search("x \(prefix)\(text.base64) y")
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix(text) == true)
    }

    @Test func findsTheURLSafeAlphabet() {
        let text = "???>>>\(text)"
        #expect(search("[\(text.base64url)]") == ["1 base64url \(text)"])
    }

    @Test func findsGzipBehindAPath() {
        let gzip = Array(String(repeating: text, count: 3).utf8).gzip
        let found = search("a/b/c/d/e/\(gzip.base64) ")
        #expect(found.count == 1)
    }

    @Test func findsMarkersInBinary() {
        let binary = [UInt8](repeating: 200, count: 30) + Array(PlantedKey.id.utf8) + [UInt8](repeating: 1, count: 30)
        #expect(search("certificate: \(binary.base64)").count == 1)
    }

    @Test(arguments: [
        "short QUtJQVJaUFVaREk=", "/usr/local/share/ca_certificates/of/this/machine", PlantedKey.secret,
        "da39a3ee5e6b4b0d3255bfef95601890afd80709", String(repeating: "A", count: 1000), "",
    ])
    func findsNothing(text: String) {
        #expect(search(text) == [])
    }
}
