internal import ArgumentParser

/// The benchmark of `keyshift scan`, for anyone to run with one command.
@main
struct ScanBenchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measure how fast and how small keyshift scans, and whether it finds every planted key.",
        discussion: """
            It makes a dump of a cluster that never was, with a key in every place where keys hide, and runs keyshift, \
            rg and jq over it in turn. The exit status is 1 when a key was lost or something else was taken for one.

            The figures of a debug build say nothing: swift run -c release ScanBenchmark
            """,
        subcommands: [
            MeasureCommand.self, TraceCommand.self, PlanCommand.self, StatusCommand.self, DumpCommand.self,
            HistoryCommand.self,
        ],
        defaultSubcommand: MeasureCommand.self)
}
