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

            To begin: keyshift scan -A, which only reads. To see a whole migration without a cluster: keyshift demo.
            """,
        version: "0.1.0",
        subcommands: [
            ScanCommand.self, IdentitiesCommand.self, PlanCommand.self, MigrateCommand.self, StatusCommand.self,
            LedgerCommand.self, ExplainCommand.self, DemoCommand.self, ManualCommand.self,
        ])

    /// The day of the version, for its manual.
    static let date = "2026-11-21"

    /// Runs the command, or says what could be typed where kubectl asks for that.
    static func main() async {
        guard ProgramName.isAskedForCompletions, let program = CommandOutline.program() else { return await main(nil) }
        let completion = PluginCompletion(of: Array(CommandLine.arguments.dropFirst()), in: program)
        StandardStreams.writeOutput(completion.lines.joined(separator: "\n") + "\n")
    }
}
