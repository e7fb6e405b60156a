import ClusterDump
import MigrationModel
import Testing

struct AllowlistFileTests {
    private func expectProblem(
        _ code: AllowlistProblem.Code, line: Int, in text: String, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let problem = #expect(throws: AllowlistProblem.self, sourceLocation: sourceLocation) {
            try AllowlistFile.read(Array(text.utf8))
        }
        #expect(problem?.code == code, "\(problem?.message ?? "")", sourceLocation: sourceLocation)
        #expect(problem?.line == line, "\(problem?.message ?? "")", sourceLocation: sourceLocation)
    }

    private func file(_ entries: String) -> String { "version: 1\nallow:\n" + entries }

    private let complete = "- key: AKIARZPUZDIKHKKEN7O4\n  reason: r\n  expires: 2027-01-31\n"

    @Test func readsEntries() throws {
        let text = """
            # Reviewed every month.
            version: 1
            allow:
              - key: AKIARZPUZDIKHKKEN7O4
                place: "prod/Secret/*#data.config"
                reason: >-
                  moved by
                  PLAT-1
                expires: 2027-01-31
              - {key: "azure-client-secret:3f9ac20d11b87e52", reason: "no: really", expires: '2028-02-29'}
            """
        #expect(
            try AllowlistFile.read(Array(text.utf8)) == [
                Allowance(
                    key: "AKIARZPUZDIKHKKEN7O4", place: "prod/Secret/*#data.config", reason: "moved by PLAT-1",
                    expires: "2027-01-31"),
                Allowance(
                    key: "azure-client-secret:3f9ac20d11b87e52", place: nil, reason: "no: really",
                    expires: "2028-02-29"),
            ])
    }

    @Test(arguments: ["version: 1\nallow: []\n", "version: 1\nallow:\n", "{\"version\": 1, \"allow\": []}"])
    func readsNoEntries(text: String) throws {
        #expect(try AllowlistFile.read(Array(text.utf8)).isEmpty)
    }

    @Test(arguments: ["2027-01-31", "2028-02-29", "2000-02-29", "2026-12-31", "0001-01-01"])
    func takesDaysThatExist(day: String) throws {
        let text = file("- {key: k, reason: r, expires: \(day)}\n")
        #expect(try AllowlistFile.read(Array(text.utf8)).map(\.expires) == [day])
    }

    @Test(arguments: [
        "2026-02-30", "2027-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "2026-01-00", "0000-01-01",
        "2026-1-1", "20260101", "01.02.2026", "2026-01-01T00:00:00Z", "２０２６-01-01", "never", "-026-01-01",
    ])
    func refusesDaysThatDoNot(day: String) {
        expectProblem(.invalidDate, line: 5, in: file("- key: k\n  reason: r\n  expires: \"\(day)\"\n"))
    }

    @Test func namesMissingFields() {
        expectProblem(.missingField, line: 4, in: file("\n- key: k\n  expires: 2027-01-31\n"))
        expectProblem(.missingField, line: 4, in: file("- key: k\n  reason:\n  expires: 2027-01-31\n"))
        expectProblem(.missingField, line: 3, in: file("- reason: r\n  expires: 2027-01-31\n"))
        expectProblem(.missingField, line: 3, in: file("- {}\n"))
        expectProblem(.missingField, line: 6, in: file(complete + "- key: k\n  reason: r\n"))
        expectProblem(.missingField, line: 1, in: "version: 1\n")
        expectProblem(.missingField, line: 1, in: "allow: []\n")
    }

    @Test func namesEmptyFields() {
        expectProblem(.emptyField, line: 3, in: file("- key: \"\"\n  reason: r\n  expires: 2027-01-31\n"))
        expectProblem(.emptyField, line: 4, in: file("- key: k\n  reason: \" \"\n  expires: 2027-01-31\n"))
        expectProblem(.emptyField, line: 6, in: file(complete + "  place: ''\n"))
        expectProblem(.emptyField, line: 6, in: file(complete + "  place:\n"))
    }

    @Test func refusesUnknownFields() {
        expectProblem(.unknownField, line: 6, in: file(complete + "  expiry: 2027-01-31\n"))
        expectProblem(.unknownField, line: 6, in: file(complete + "  places:\n  - a\n"))
        expectProblem(.unknownField, line: 2, in: "version: 1\nallowed: []\n")
    }

    @Test func refusesDuplicates() {
        expectProblem(.duplicateEntry, line: 6, in: file(complete + complete))
        expectProblem(.duplicateField, line: 6, in: file(complete + "  reason: other\n"))
        let places = complete + "  place: a\n" + complete + "  place: b\n" + complete
        #expect(throws: Never.self) { try AllowlistFile.read(Array(file(places).utf8)) }
    }

    @Test func refusesOtherShapes() {
        expectProblem(.wrongShape, line: 1, in: "- key: k\n")
        expectProblem(.wrongShape, line: 1, in: "AKIARZPUZDIKHKKEN7O4\n")
        expectProblem(.wrongShape, line: 3, in: file("  key: k\n"))
        expectProblem(.wrongShape, line: 3, in: file("- AKIARZPUZDIKHKKEN7O4\n"))
        expectProblem(.wrongShape, line: 3, in: file("- key: [k]\n  reason: r\n  expires: 2027-01-31\n"))
        expectProblem(.unsupportedVersion, line: 1, in: "version: 2\nallow: []\n")
    }

    @Test func refusesWhatIsNotOneYAMLDocument() {
        expectProblem(.notYAML, line: 1, in: "")
        expectProblem(.notYAML, line: 1, in: "# only a comment\n")
        expectProblem(.notYAML, line: 3, in: "version: 1\nallow:\n  - key: \"k\n")
        expectProblem(.notYAML, line: 4, in: "version: 1\nallow: []\n---\nversion: 1\n")
        #expect(throws: AllowlistProblem.self) { try AllowlistFile.read([0xFF, 0xFE, 0x00]) }
    }

    @Test func survivesDepth() {
        let text = "version: 1\nallow: " + String(repeating: "[", count: 100_000)
        #expect(throws: AllowlistProblem.self) { try AllowlistFile.read(Array(text.utf8)) }
        let deep = "version: 1\nallow: " + String(repeating: "[", count: 9_000) + String(repeating: "]", count: 9_000)
        #expect(throws: AllowlistProblem.self) { try AllowlistFile.read(Array(deep.utf8)) }
    }

    @Test func saysWhatToDo() {
        let problem = #expect(throws: AllowlistProblem.self) {
            try AllowlistFile.read(Array(file(complete + "  expiry: 2027-01-31\n").utf8))
        }
        #expect(
            problem
                == AllowlistProblem(
                    .unknownField, line: 6, message: "The entry has an unknown field `expiry`.",
                    advice: "Remove or correct it; the fields are key, place, reason, expires."))
    }

    @Test func suggestsWhatWasMeant() {
        let problem = #expect(throws: AllowlistProblem.self) {
            try AllowlistFile.read(Array(file(complete + "  palce: a\n").utf8))
        }
        #expect(problem?.advice.hasPrefix("Did you mean `place`? Remove or correct it; ") ?? false)
    }

    /// A text that got into the place of a field name may be a secret.
    @Test func doesNotRepeatWhatIsNoFieldName() {
        let secret = "PtYgjmUhBel31iEl2hpChYgCfrL1spNxnyVmihA"
        let problem = #expect(throws: AllowlistProblem.self) {
            try AllowlistFile.read(Array(file(complete + "  \(secret): x\n").utf8))
        }
        #expect(problem?.message == "The entry has an unknown field.")
    }
}
