import ArgumentParser
import StateStore

/// `keyshift ledger export`: the ledger as text, to be kept in Git or moved.
struct LedgerExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the whole ledger as JSON lines, one event each, the same bytes every time.",
        discussion: """
            Nothing is checked, so that a changed ledger can be kept as evidence; import checks every line. The README says how \
            to verify the lines without keyshift.

            Exit status: 0 printed, 64 wrong usage or no ledger, 74 it cannot be read.
            """)

    @OptionGroup var options: LedgerOptions

    func run() throws {
        var buffer = OutputBuffer()
        defer { buffer.flush() }
        try options.with(.reading) { ledger throws(LedgerProblem) in try ledger.export { buffer.write($0) } }
    }
}
