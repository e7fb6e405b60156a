import ArgumentParser

/// `keyshift ledger`: what has happened, and whether it is as it was written.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger",
        abstract: "Check, print and move the ledger of a migration.",
        discussion: """
            A ledger is one file beside the plan, DIR/.keyshift/ledger.db, to which events can only be added. Each carries the hash of \
            the one before, so whoever knows the last hash knows that nothing was changed.
            """,
        subcommands: [
            LedgerVerifyCommand.self, LedgerHeadCommand.self, LedgerLogCommand.self, LedgerExportCommand.self,
            LedgerImportCommand.self,
        ])
}
