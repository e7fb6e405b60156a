import ArgumentParser
import StateStore

/// `keyshift ledger head`: what has to be noted elsewhere to know later that nothing was changed.
struct LedgerHeadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "head",
        abstract: "Print the number and the hash of the last event, to be noted elsewhere.",
        discussion: """
            Whoever has it can ask keyshift ledger verify --head HASH at any later time whether everything up to that event is \
            as it was. The ledger itself is not checked. 0 and 64 zeroes: there is no event.

            Exit status: 0 printed, 64 wrong usage or no ledger, 74 it cannot be read.
            """)

    @OptionGroup var options: LedgerOptions

    func run() throws {
        let head = try options.with(.reading) { ledger throws(LedgerProblem) in try ledger.head() }
        StandardStreams.writeOutput("\(head)\n")
    }
}
