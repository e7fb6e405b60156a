import ArgumentParser
import Rendering
import StateStore

/// `keyshift ledger verify`: whether a ledger is as it was written.
struct LedgerVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Say whether a ledger is as it was written, and name the first event that is not.",
        discussion: """
            Every event is hashed again, the chain followed from the first event on, and every rule checked, relying on nothing \
            that the file says of itself. A chain that somebody wrote anew to its end fits together; --head finds that, too.

            Exit status: 0 whole, 4 changed or damaged, 64 wrong usage or no ledger, 74 it cannot be read.
            """)

    @OptionGroup var options: LedgerOptions

    @Option(name: .customLong("head"), help: "A hash that keyshift ledger head printed some time before; repeatable.")
    var heads: [String] = []

    func validate() throws {
        for head in heads where head.utf8.count != 64 || head.contains(where: { !$0.isHexDigit || $0.isUppercase }) {
            throw ValidationError(
                "'\(head)' is no hash; keyshift ledger head prints the number of an event and its hash.")
        }
    }

    func run() throws {
        let verdict = try options.with(.reading) { ledger throws(LedgerProblem) in try ledger.verify(noted: Set(heads))
        }
        let path = options.path
        if let fault = verdict.fault {
            let relied = verdict.head.sequence == 0 ? "" : " Events 1 to \(verdict.head.sequence) fit together."
            StandardStreams.writeOutput(
                TerminalText.harmless("\(path): \(fault.code.rawValue): \(fault.message)\(relied)")
                    + "\nNext, to keep what it says as evidence: \(command("export")) > ledger.jsonl\n")
            throw ExitStatus.ledgerBroken.code
        }
        StandardStreams.writeOutput(TerminalText.harmless("\(path): whole, \(verdict.head.sequence) events.") + "\n")
        for jump in verdict.clockJumps.prefix(10) {
            StandardStreams.writeOutput(
                "Event \(jump) has an earlier time than the one before: a clock was set back.\n")
        }
        StandardStreams.writeOutput(
            "Head: \(verdict.head)\nNext, after noting it elsewhere: \(command("verify"))"
                + " --head \(verdict.head.hash)\n")
    }

    private func command(_ name: String) -> String {
        PlanSummary.command(["keyshift", "ledger", name] + options.arguments)
    }
}
