import MigrationModel
import StructuredText
import Testing

@testable import ClusterDump

struct InputRecognitionTests {
    private func open(_ bytes: [UInt8], name: String) throws(InputFailure) -> OpenedInput {
        try InputRecognition.open(PiecewiseSource(bytes, step: 1000), name: name)
    }

    private func syntax(_ text: String, name: String = "file") throws -> Syntax? {
        try open(Array(text.utf8), name: name).syntax
    }

    private func content(_ bytes: [UInt8]) throws -> String {
        let input = try open(bytes, name: "file")
        return String(decoding: input.beginning + input.source.drain().bytes, as: UTF8.self)
    }

    @Test(arguments: ["{}", "{\"a\": 1}", " \n{ \n\"a\": 1}", "[{}]", "[1, 2]", "[\n]", "[true]"])
    func recognisesJSON(text: String) throws { #expect(try syntax(text) == .json) }

    @Test(arguments: [
        "a: b\n", "---\n{}", "- a\n", "# c\na: b", "%YAML 1.2\n---\n", "\"a\": 1",
    ])
    func recognisesYAML(text: String) throws { #expect(try syntax(text) == .yaml) }

    @Test(arguments: [
        "[default]\na = b\n", "a=b\n", "{{ if .Values.a }}\n", "# Title\n\ntext\n", "<a>b</a>", "http://a", "a b: c",
    ])
    func leavesText(text: String) throws { #expect(try syntax(text) == nil) }

    @Test func yamlByName() throws {
        #expect(try syntax("{{ if .Values.a }}\n", name: "templates/a.yaml") == .yaml)
        #expect(try syntax("{{ if .Values.a }}\n", name: "templates/a.YML") == .yaml)
        #expect(try syntax("{{ if .Values.a }}\n", name: "yaml/a.txt") == nil)
    }

    @Test(arguments: [
        "Warning: v1 is deprecated\n{\"a\": 1}", "\nW1121 12:00:00.1  1 warnings.go:70] old\nE1122 x\n[{}]",
        "Unable to use a TTY\n{\n\"a\": 1}",
    ])
    func jsonBehindMessages(text: String) throws { #expect(try syntax(text) == .json) }

    @Test func yamlBehindMessages() throws {
        #expect(try syntax("W1121 12:00:00.1  1 warnings.go:70] old\napiVersion: v1\n") == .yaml)
        // Neither of these is a message.
        #expect(try syntax("W112 12:00\napiVersion: v1\n") == nil)
        #expect(try syntax("Warnings\n{\"a\": 1}") == nil)
    }

    @Test func removesWrappings() throws {
        let text = "{\"a\": \"é\"}"
        let wide = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let mark: [UInt8] = [0xef, 0xbb, 0xbf]
        for bytes in [Array(text.utf8), mark + Array(text.utf8), wide, gzip(Array(text.utf8)), gzip(gzip(wide))] {
            #expect(try content(bytes) == text)
        }
        #expect(try content([0xff, 0xfe] + wide) == text)
    }

    @Test func readsOnBehindItsSample() throws {
        let text = "[" + (0..<5000).map(String.init).joined(separator: ", ") + "]"
        #expect(try content(Array(text.utf8)) == text)
        #expect(try content(gzip(Array(text.utf8))) == text)
    }

    @Test(arguments: [[], [0x20, 0x0a], [0xef, 0xbb, 0xbf], [0xef, 0xbb, 0xbf, 0x0a]] as [[UInt8]])
    func refusesNothing(bytes: [UInt8]) {
        for bytes in [bytes, gzip(bytes)] {
            #expect(throws: InputFailure.self) { try open(bytes, name: "file") }
            #expect { try open(bytes, name: "file") } throws: { ($0 as? InputFailure)?.code == .empty }
        }
    }

    @Test(arguments: [[0], [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0], [0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]] as [[UInt8]])
    func refusesBinaries(bytes: [UInt8]) {
        #expect { try open(bytes, name: "file") } throws: { ($0 as? InputFailure)?.code == .binary }
    }

    @Test func keepsWhatComesBeforeAFailure() throws {
        let failure = InputFailure(.unreadable, message: "m", advice: "a")
        let input = try InputRecognition.open(
            PiecewiseSource(Array("{\"a\": 1}".utf8), failure: failure), name: "file")
        #expect(String(decoding: input.beginning, as: UTF8.self) == "{\"a\": 1}")
        #expect(input.source.drain().failure == failure)
        #expect { try InputRecognition.open(PiecewiseSource([], failure: failure), name: "file") } throws: {
            $0 as? InputFailure == failure
        }
    }
}
