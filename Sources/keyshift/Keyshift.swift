import ArgumentParser

/// The program; each command is a file of its own.
@main
struct Keyshift: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: ProgramName.shown,
        abstract: "Take a Kubernetes cluster off static cloud keys.",
        discussion: """
            scan finds the keys and who uses them, plan writes the way off them, migrate walks it step by step, and status says \
            how far it has come. Every output ends with the next command; explain says what a code means.
            """,
        version: "0.1.0",
        subcommands: [
            ScanCommand.self, IdentitiesCommand.self, PlanCommand.self, MigrateCommand.self, StatusCommand.self,
            LedgerCommand.self, ExplainCommand.self, DemoCommand.self, ManualCommand.self,
        ])
}
