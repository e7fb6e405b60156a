import Execution
import MigrationModel

/// What a migration works with: the clusters and clouds of the user, or dumps of them.
enum MigrationWorld {
    /// The clusters and clouds, through the programs of the user.
    ///
    /// - Parameters:
    ///   - programs: runs the programs; a demonstration has a world of its own behind them.
    ///   - clock: the time.
    ///   - author: who works.
    ///   - givens: what only a person knows.
    ///   - confirmations: what the user has seen, by step.
    /// - Returns: the tools.
    static func live(
        programs: any ProgramRunner = UserPrograms(), clock: any MigrationClock, author: Author,
        givens: [String: String], confirmations: [String: String]
    ) -> MigrationTools {
        let scanning = LiveScan.scanning()
        return MigrationTools(
            programs: programs, clock: clock, author: author,
            reading: { cluster in
                KubectlReading(context: cluster.context, programs: programs, clock: clock, scanning: scanning)
            },
            calls: { cluster, givens in
                CallMaker(programs: programs, clock: clock, cluster: cluster, givens: givens)
            }, givens: givens, confirmations: confirmations)
    }

    /// Dumps that somebody else made; nothing is changed, and no cloud asked.
    ///
    /// - Parameters:
    ///   - dumps: files and folders, of all clusters of the plan.
    ///   - plan: the plan.
    ///   - clock: the time.
    ///   - author: who works.
    ///   - confirmations: what the user has seen, by step.
    /// - Returns: the tools.
    static func dumped(
        _ dumps: [String], of plan: Plan, clock: any MigrationClock, author: Author, confirmations: [String: String]
    ) -> MigrationTools {
        let namespaces = Set(plan.services.compactMap(\.workload.namespace))
        let run = ScanRun(workers: Processors.available(), allowances: [], now: WallClock.now())
        let reading = DumpReading(dumps, namespaces: namespaces, run: run, present: clock.now())
        return MigrationTools(
            programs: nil, clock: clock, author: author, reading: { _ in reading }, calls: { _, _ in nil },
            confirmations: confirmations)
    }
}
