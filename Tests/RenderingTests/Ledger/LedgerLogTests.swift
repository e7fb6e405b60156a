import MigrationModel
import Rendering
import Testing

struct LedgerLogTests {
    private func text(_ happening: Happening, step: String? = nil, key: KeyName? = nil) -> String {
        LedgerLog.text(
            of: LedgerEvent(
                sequence: 7, at: Timestamp(milliseconds: 0), by: Author(user: "ada", host: "ops-1", process: 1),
                entry: LedgerEntry(plan: "p", step: step, key: key, happening), previous: LedgerEvent.firstPrevious))
    }

    private let head = "7  1970-01-01T00:00:00.000Z  ada@ops-1  "

    @Test func commandsCanBeCopied() {
        let run = StepRun(claim: 1, deed: .command(["kubectl", "patch", "-p", #"{"a": "it's"}"#]))
        #expect(
            text(.stepApplied(run), step: "shift/a")
                == head + #"shift/a  applied: kubectl patch -p '{"a": "it'\''s"}'"# + "\n")
    }

    @Test func evidenceStandsBelow() {
        let evidence = Evidence(
            source: "dump monday.json", time: Timestamp(milliseconds: 1), statement: "Nothing refers to it.")
        let check = StepCheck(
            verification: .noReference, result: .cannotTell, reason: "Two namespaces were not read.",
            evidence: [evidence])
        #expect(
            text(.stepVerified(check), step: "retire/a") == """
                \(head)retire/a  no-reference: cannot be told from here. Two namespaces were not read.
                    1970-01-01T00:00:00.001Z  dump monday.json: Nothing refers to it.

                """)
    }

    @Test func overridesSayWhatWasPassedAndWhy() {
        let override = GateOverride(gate: .quiet(days: 7), reason: "OPS-1")
        #expect(
            text(.gateOverridden(override), step: "decommission/a")
                == head
                + "decommission/a  passed a gate that says: The key has not been used, nor referred to, for 7 days. "
                + "Reason: OPS-1\n")
    }

    @Test func keysAreNamed() {
        let key = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKKEOANPKG")
        let change = KeyChange(deed: .found, evidence: [])
        #expect(text(.keyDeleted(change), key: key) == head + "\(key.id)  deleted for good: nothing had to be done\n")
    }

    /// Whoever may choose a name, or answer a question, cannot write lines of the log, nor to the terminal.
    @Test func hostileTextIsHarmless() {
        let evidence = Evidence(
            source: "a\n8  forged", time: Timestamp(milliseconds: 0), statement: "\u{1b}[2J\u{202e}")
        let found = text(.keySeen(KeySighting(state: .absent, evidence: [evidence])), step: "x\r\n9  forged")
        #expect(
            found == """
                \(head)x\\r\\n9  forged  seen: absent
                    1970-01-01T00:00:00.000Z  a\\n8  forged: \\x1b[2J\\u{202e}

                """)
    }
}
