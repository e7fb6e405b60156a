import Foundation
import Testing

/// Bad and odd inputs: each is named with its place, and what is sound around it is read.
struct CommandLineInputTests {
    /// Scans one file; returns the status and the report.
    private func scan(
        _ bytes: [UInt8], as name: String = "dump", status: Int32 = 2, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ReportDocument {
        let program = try Executable([name: bytes])
        defer { program.remove() }
        let run = try program.run("scan", "-o", "json", name)
        #expect(run.status == status, "\(run.errors)", sourceLocation: sourceLocation)
        #expect(run.errors == "", sourceLocation: sourceLocation)
        #expect(run.created == [], sourceLocation: sourceLocation)
        return try run.report()
    }

    private func scan(
        _ text: String, as name: String = "dump", status: Int32 = 2, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> ReportDocument {
        try scan(Array(text.utf8), as: name, status: status, sourceLocation: sourceLocation)
    }

    private let list = Dumps.list([Dumps.secret("first"), Dumps.secret("second"), Dumps.secret("third")])

    /// Where a part of a text begins.
    private func offset(of part: String, in text: String) throws -> Int {
        text.utf8.distance(from: text.startIndex, to: try #require(text.range(of: part)).lowerBound)
    }

    // MARK: Torn and broken text

    @Test func listThatEndsInAnItem() throws {
        let text = String(list.prefix(try offset(of: "third", in: list) + 60))
        let report = try scan(text)
        #expect(report.carriers == ["first", "second"])
        #expect(report.complaints == ["malformed-json:6:\(text.count):third"])
    }

    @Test func listThatEndsBetweenItems() throws {
        let text = String(
            list.prefix(
                try offset(of: ",\n{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"third", in: list)
                    + 1))
        let report = try scan(text)
        #expect(report.carriers == ["first", "second"])
        #expect(report.complaints == ["malformed-json:5:\(text.count):-"])
    }

    @Test func listWithABrokenEnd() throws {
        let text = list.replacingOccurrences(of: "\"kind\": \"List\"", with: "\"kind\" \"List\"")
        let report = try scan(text)
        #expect(report.carriers == ["first", "second", "third"])
        let place = try offset(of: "\"List\"", in: text)
        #expect(report.complaints == ["malformed-json:8:\(place):-"])
    }

    @Test func quoteThatIsMissing() throws {
        let broken = "{\n\"kind\": \"Secret\",\n\"metadata\": {\"name\": \"broken},\n\"data\": {\"a\": \"Yg==\"}\n}"
        let report = try scan(Dumps.list([Dumps.secret("first"), broken, Dumps.secret("third")]))
        #expect(report.carriers == ["first", "third"])
        #expect(report.problems.contains { $0.code == "malformed-json" && $0.line == 7 })
        #expect(report.problems.allSatisfy { (5...9).contains($0.line ?? 0) }, "\(report.complaints)")
    }

    @Test func yamlThatEndsInAString() throws {
        let items = ["first", "second"].map {
            "- apiVersion: v1\n  kind: ConfigMap\n  metadata:\n    name: \($0)\n  data:\n    k: \"\(Dumps.keyID)"
        }
        let report = try scan("apiVersion: v1\nitems:\n" + items[0] + "\"\n" + items[1])
        #expect(report.carriers.contains("first"))
        #expect(report.keys.count == 1)
        #expect(report.problems.map(\.code) == ["malformed-yaml"])
        #expect(report.problems.first?.object?.name == "second")
    }

    @Test func linesOfWhichOneIsBroken() throws {
        let report = try scan(
            [Dumps.secret("first"), "{\"kind\":\"Secret\",", Dumps.secret("third")].joined(separator: "\n"))
        #expect(report.keys.flatMap(\.sightings).count == 2)
        #expect(report.problems.first?.code == "malformed-json")
    }

    @Test func duplicateKeys() throws {
        let text = Dumps.secret("twice", more: #","AWS_ACCESS_KEY_ID":"\#(Dumps.base64(Dumps.keyID))""#)
        let report = try scan(text, status: 1)
        let key = "\"AWS_ACCESS_KEY_ID\":\"\(Dumps.base64(Dumps.keyID))\"}}"
        #expect(report.complaints == ["duplicate-key:1:\(text.utf8.count - key.utf8.count + 1):twice"])
    }

    @Test func bytesThatAreNoUTF8() throws {
        var bytes = Array(Dumps.secret("aws", more: ",\"x\":\"?\"").utf8)
        let place = try #require(bytes.lastIndex(of: UInt8(ascii: "?")))
        bytes[place] = 0xff
        let report = try scan(bytes)
        #expect(report.carriers == ["aws"])
        #expect(report.problems.map(\.code).contains("invalid-utf8"))
        #expect(report.problems.allSatisfy { $0.object?.name == "aws" })
    }

    @Test func secretValueThatIsNotBase64() throws {
        let report = try scan(Dumps.secret("aws", more: ",\"x\":\"not base64!\""))
        #expect(report.carriers == ["aws"])
        #expect(report.complaints == ["secret-value-not-base64:1:0:aws"])
    }

    // MARK: Text around JSON

    @Test(arguments: [
        "Warning: v1 ComponentStatus is deprecated in v1.19+\n",
        "W1121 12:00:00.123456   12345 warnings.go:70] policy/v1beta1 is deprecated\n",
    ])
    func messagesBeforeADump(_ message: String) throws {
        let report = try scan(message + list)
        #expect(report.carriers == ["first", "second", "third"])
        #expect(report.complaints == ["malformed-json:1:0:-"])
        #expect(report.problems.map(\.message) == ["text that belongs to no object"])
    }

    @Test func messageBehindADump() throws {
        let report = try scan(list + "\nUnable to connect\n")
        #expect(report.carriers == ["first", "second", "third"])
        #expect(report.complaints == ["malformed-json:11:\(list.utf8.count + 1):-"])
    }

    @Test(arguments: ["", "---\n"]) func documentsBetweenMarkers(_ start: String) throws {
        let report = try scan(start + Dumps.secret("first") + "\n---\n" + Dumps.secret("second") + "\n...\n", status: 1)
        #expect(report.carriers == ["first", "second"])
        #expect(report.complaints == [])
    }

    // MARK: What is no text, or nothing

    @Test func nothingToRead() throws {
        #expect(try scan("").complaints == ["input-empty:-:-:-"])
        #expect(try scan(" \n\t\n ").complaints == ["input-empty:-:-:-"])
        #expect(try scan([0xef, 0xbb, 0xbf]).complaints == ["input-empty:-:-:-"])
        var numbers = SplitMix64(state: 7)
        #expect(
            try scan((0..<5000).map { _ in UInt8.random(in: .min ... .max, using: &numbers) }).complaints == [
                "input-binary:-:-:-"
            ])
    }

    // MARK: Encodings and shapes of dumps

    @Test(arguments: ["utf16", "utf16 without mark", "mark", "carriage returns"]) func encodings(_ encoding: String)
        throws
    {
        let bytes: [UInt8] =
            switch encoding {
            case "utf16": [0xff, 0xfe] + list.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
            case "utf16 without mark": list.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
            case "mark": [0xef, 0xbb, 0xbf] + Array(list.utf8)
            default: Array(list.replacingOccurrences(of: "\n", with: "\r\n").utf8)
            }
        let report = try scan(bytes, status: 1)
        #expect(report.carriers == ["first", "second", "third"])
        #expect(report.keys[0].sightings.map(\.line) == [4, 5, 6])
    }

    @Test func itemsOfATypedList() throws {
        let item = Dumps.secret("typed").replacingOccurrences(of: #""apiVersion":"v1","kind":"Secret","#, with: "")
        let report = try scan(#"{"kind":"SecretList","apiVersion":"v1","metadata":{},"items":[\#(item)]}"#, status: 1)
        #expect(report.keys[0].sightings.map(\.object) == [.init(kind: "Secret", namespace: "p", name: "typed")])
    }

    @Test func listInAList() throws {
        let report = try scan(Dumps.list([Dumps.list([Dumps.secret("inner")]), Dumps.secret("outer")]), status: 1)
        #expect(report.carriers == ["inner", "outer"])
    }

    // MARK: Compression

    @Test func compressedInMembersWithPadding() throws {
        let (first, second) = (Array(list.utf8.prefix(200)), Array(list.utf8.dropFirst(200)))
        let bytes = FuzzSeeds.gzip(first) + FuzzSeeds.gzip(second) + [UInt8](repeating: 0, count: 512)
        #expect(try scan(bytes, status: 1).carriers == ["first", "second", "third"])
        #expect(try scan(FuzzSeeds.gzip(bytes), status: 1).carriers == ["first", "second", "third"])
    }

    @Test func damagedCompression() throws {
        let compressed = FuzzSeeds.gzip(Array(list.utf8))
        let torn = try scan(Array(compressed.dropLast(12)))
        #expect(torn.keys.map(\.id) == [Dumps.keyID])
        #expect(torn.problems.map(\.code) == ["damaged-compression"])
        let followed = try scan(compressed + Array("garbage".utf8))
        #expect(followed.carriers == ["first", "second", "third"])
        #expect(followed.complaints == ["damaged-compression:-:\(list.utf8.count):-"])
        let large = FuzzSeeds.gzip((0..<3000).flatMap { Array((Dumps.secret("s\($0)") + "\n").utf8) })
        var damaged = large
        damaged[large.count / 2] ^= 0xff
        let report = try scan(damaged)
        #expect(report.carriers.contains("s1"))
        // What the damage made of the text is not told object by object.
        #expect(report.problems.filter { $0.code.hasPrefix("malformed") } == [])
        #expect(report.problems.filter { $0.code == "damaged-compression" }.count == 1)
    }

    // MARK: Folders

    @Test func folderWithFilesOfAllSorts() throws {
        let program = try Executable(texts: ["tree/a/keys.json": list, "tree/picture": "\u{0}\u{1}", "tree/empty": ""])
        defer { program.remove() }
        let preparation = "ln -s nowhere tree/dangling && ln -s a tree/loop && mkfifo tree/pipe"
        let run = try program.shell("\(preparation) && \"$keyshift\" scan -o json tree")
        #expect(run.status == 1)
        #expect(try run.report().carriers == ["first", "second", "third"])
        #expect(try run.report().complaints == [])
        let named = try program.shell("\"$keyshift\" scan -o json tree/dangling tree/a")
        #expect(named.status == 2)
        #expect(try named.report().complaints == ["input-unreadable:-:-:-"])
        #expect(try named.report().carriers == ["first", "second", "third"])
    }

    @Test(.enabled(if: geteuid() != 0, "root may read everything")) func fileThatMayNotBeRead() throws {
        let program = try Executable(texts: ["tree/keys.json": list, "tree/locked.json": list])
        defer { program.remove() }
        let run = try program.shell("chmod 000 tree/locked.json && \"$keyshift\" scan -o json tree")
        #expect(run.status == 2)
        #expect(try run.report().problems.map(\.input) == ["tree/locked.json"])
    }

    @Test(.timeLimit(.minutes(20))) func pipeByName() throws {
        let program = try Executable(texts: ["keys.json": list])
        defer { program.remove() }
        let run = try program.shell("mkfifo pipe && (cat keys.json > pipe & \"$keyshift\" scan -o json pipe)")
        #expect(try run.report().carriers == ["first", "second", "third"])
    }
}
