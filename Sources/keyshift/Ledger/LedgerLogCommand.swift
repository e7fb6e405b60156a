import ArgumentParser
import MigrationModel
import Rendering
import StateStore

/// `keyshift ledger log`: what happened, in order.
struct LedgerLogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "Print what happened, in order, with who, when and the evidence.",
        discussion: "Exit status: 0 printed, 4 an event was changed, 64 wrong usage or no ledger, 74 it cannot be read."
    )

    @OptionGroup var options: LedgerOptions

    @Option(help: "Only what happened to this step.")
    var step: String?

    @Option(help: "Only what happened to the key with this id.")
    var key: String?

    func run() throws {
        var buffer = OutputBuffer()
        defer { buffer.flush() }
        try options.with(.reading) { ledger throws(LedgerProblem) in
            try ledger.forEachEvent(EventSelection(step: step, keyID: key)) { event in
                buffer.write(LedgerLog.text(of: event.event))
            }
        }
    }
}
