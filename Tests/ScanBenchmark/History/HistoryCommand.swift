internal import ArgumentParser
internal import Glibc
internal import MigrationModel
internal import Rendering
internal import StateStore

/// `ScanBenchmark history`: only fills the ledger of a plan.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Fill the ledger of a plan with a migration that never was, and nothing else."
    )

    @Argument(help: "The folder of the plan; it must have no ledger yet.")
    var folder: String

    @Option(help: "How many events the ledger is to have.")
    var events = 100_000

    @Option(help: "How many days the migration has taken so far.")
    var days = 75

    func run() throws {
        let plan = try PlanReader.plan(from: SmallFile.read(folder + "/plan.yaml"))
        let path = folder + "/" + Ledger.defaultPath
        guard access(path, F_OK) != 0 else { throw BenchmarkFailure("\(path) is there already") }
        var history = ImaginedHistory(
            of: plan, id: PlanIdentity.id(of: plan), in: try Ledger(path: path, for: .writing), events: events,
            until: Self.now(), days: days)
        try history.write()
    }

    func validate() throws {
        guard events > 0, days > 0 else { throw ValidationError("There is nothing to write.") }
    }

    private static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
    }
}
