import MigrationModel
import StructuredText
import Testing

@testable import StateStore

struct EncodingTests {
    @Test func canonicalTextIsPrintableAndSorted() {
        let value: StructuredValue = [
            "b": [1, -2, true, .null], "a": .string("\"\\/é🚀\u{0}\u{8}\t\n\u{c}\r\u{1f}\u{7f}~ "), "B": [:], "": [],
        ]
        #expect(
            CanonicalJSON.text(for: value)
                == #"{"":[],"B":{},"a":"\"\\/\u00e9\ud83d\ude80\u0000\b\t\n\f\r\u001f\u007f~ ","b":[1,-2,true,null]}"#)
    }

    @Test func eventIsWrittenInOneWay() throws {
        let event = LedgerEvent(
            sequence: 2, at: Timestamp(milliseconds: 0), by: Author(user: "ada", host: "h", process: 7),
            entry: LedgerEntry(
                plan: "p", step: "shift/a", key: KeyName(kind: .awsAccessKey, id: "AKIA"), .note(Note(text: "é"))),
            previous: "0")
        let text = try EventText.text(of: event)
        #expect(
            text
                == #"{"at":"1970-01-01T00:00:00.000Z","by":{"host":"h","process":7,"user":"ada"},"detail":{"text":"\u00e9"},"#
                + #""key":{"id":"AKIA","kind":"aws-access-key"},"kind":"note","plan":"p","previous":"0","sequence":2,"#
                + #""step":"shift/a","version":1}"#)
        #expect(try EventText.event(from: text) == event)
        #expect(SHA256Digest.hex(of: "abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test(arguments: ["", "{", "{}", "[1]", "1", "{\"at\":", "\u{0}"]) func otherTextsAreNone(_ text: String) {
        #expect(throws: EventTextProblem.self) { try EventText.event(from: text) }
    }

    /// Every event that is nearly one: a kind, deed, gate or key that there is not, and members in excess or missing.
    @Test(arguments: [
        (2, #""kind":"step-started""#, #""kind":"step-paused""#), (2, #""kind":"step-started""#, #""kind":"note""#),
        (2, #""command":["#, #""comand":["#), (6, #""found":true"#, #""found":false"#),
        (6, #""found":true"#, #""found":1"#),
        (4, #","sha256":"aaa"#, #","sha512":"aaa"#), (10, #""hours":24"#, #""hours":"24""#),
        (10, #""soak""#, #""sock""#),
        (13, #""kind":"aws-access-key""#, #""kind":"aws-key""#), (13, #""state":"active""#, #""state":"activ""#),
        (1, #""expires":"2026-"#, #""expires":"2026"#), (1, #""version":1"#, #""version":2"#),
        (1, #""version":1"#, #""version":1,"version":1"#), (1, #""sequence":2"#, #""sequence":2.0"#),
        (1, #""sequence":2"#, #""sequence":02"#), (1, #""step":"a""#, #""step":"\u0061""#),
        (1, #""step":"a""#, #""step":null"#),
        (1, #""by":{"#, #""by": {"#), (1, #"{"at""#, #"{"aa":1,"at""#), (1, #""process":4711,"#, ""),
    ])
    func eventsThatAreNearlyOnes(_ index: Int, _ part: String, _ other: String) throws {
        let event = LedgerEvent(
            sequence: index + 1, at: TestLedger.minute(1), by: TestLedger.author, entry: TestLedger.entries[index],
            previous: LedgerEvent.firstPrevious)
        let text = try EventText.text(of: event)
        #expect(try EventText.event(from: text) == event)
        #expect(text.contains(part))
        #expect(throws: EventTextProblem.self) { try EventText.event(from: text.replacing(part, with: other)) }
    }

    @Test func linesAreTakenApartExactly() {
        let hash = String(repeating: "a", count: 64)
        let line = LedgerLine(text: "{}", hash: hash)
        #expect(line.line == #"{"event":{},"hash":""# + hash + "\"}")
        #expect(LedgerLine(line: line.line) == line)
        for other in [
            line.line + " ", " " + line.line, String(line.line.dropLast()), "", "{}", #"{"event":,"hash":""}"#,
        ] {
            #expect(LedgerLine(line: other) == nil)
        }
    }
}
