import ArgumentParser
import MigrationModel
import Rendering

/// `keyshift demo`: a whole migration of a simulated cluster, through the same code as a real one.
struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Walk through a whole migration of a simulated cluster, in seconds.",
        discussion: """
            A cluster with four services that share one access key, and the account of that key, are kept in memory; time is \
            moved. Scan, plan, proof, migration, ledger and status are those of a real migration. No cluster, no cloud and \
            no file but those in DIR is touched.

            --break shows what going wrong looks like: a canary that its role refuses, a service that somebody edits between \
            plan and step, a release that puts the key back.

            Exit status: 0 done, 64 wrong usage, 70 internal error.
            """)

    @Argument(help: "The folder to leave plan, ledger and status.html in; it must be empty or not there.")
    var folder = "keyshift-demo"

    @Option(
        name: .customLong("break"),
        help: "What goes wrong: \(DemoFault.allCases.map(\.rawValue).joined(separator: ", ")).")
    var fault: DemoFault?

    @Flag(help: "Do not pause for reading.")
    var fast = false

    func run() async throws {
        let folder = try DemoFolder(folder)
        let screen = DemoScreen(isPaced: !fast)
        var demo = try DemoRun(in: folder, fault, screen)
        try await demo.run()
    }
}
