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

    @Test(arguments: [
        ("", "it is empty"), ("{", "it is no JSON"), ("{}", "it is no event"), ("[1]", "it is no event"),
    ]) func otherTextsAreNone(_ text: String, _ reason: String) {
        let problem = #expect(throws: EventTextProblem.self) { try EventText.event(from: text) }
        #expect(problem?.reason.hasPrefix("it is ") == true)
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
