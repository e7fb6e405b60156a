internal import ArgumentParser
internal import Glibc

/// `ScanBenchmark`: makes a dump, runs everyone over it, and prints what came out.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "measure", abstract: "Compare keyshift with rg and jq on a dump made for it.")

    @OptionGroup var options: DumpOptions

    @Option(help: "How often each command runs after a warm-up.")
    var rounds = 5

    @Option(help: "Where to leave the dump; without it, it is removed.")
    var keep: String?

    @Option(help: "The keyshift to measure; without it, the one beside this program.")
    var keyshift: String?

    @Flag(help: "Only measure `keyshift --version` and the scan of 500 objects.")
    var startup = false

    func validate() throws {
        guard rounds > 0 else { throw ValidationError("--rounds has to be at least 1.") }
        // rg and jq do not know who receives a key: dumps for tracing compare one keyshift with another.
        guard options.shape == .mixed else { throw ValidationError("Only dumps of shape mixed are measured.") }
    }

    func run() throws {
        let keyshift = try keyshift ?? Self.keyshiftBesideThis()
        guard access(keyshift, X_OK) == 0 else {
            throw BenchmarkFailure("no keyshift at \(keyshift): name one with --keyshift")
        }
        let files = try Workplace.open(for: ["dump", "report"])
        defer { Workplace.close() }
        let dump = keep ?? files[0]
        if startup {
            try makeDump(dump, ["--objects", "\(options.objects ?? 500)"])
            let measurement = StartupMeasurement(keyshift: keyshift, reportFile: files[1])
            return try measurement.lines(smallDump: dump, objects: options.objects ?? 500).forEach { print("- \($0)") }
        }
        let limit = options.objects.map { ["--objects", "\($0)"] } ?? ["--size", "\(options.size.bytes)B"]
        try makeDump(dump, limit)
        try measure(keyshift, dump, report: files[1])
    }

    private func measure(_ keyshift: String, _ dump: String, report: String) throws {
        let size = try SmallFile.size(dump)
        let contestants = Contestants(keyshift: keyshift, dump: dump, size: size, format: options.format)
        var rounds = Rounds(contestants: contestants.all, dump: dump, reportFile: report)
        for round in 0...self.rounds { try rounds.run(isWarmUp: round == 0) }

        let results = rounds.results(size: size)
        print("\n\(ByteCount(bytes: size)) of \(options.format), medians of \(self.rounds) rounds\n")
        print("\(results.table)\n")
        for line in contestants.notes + results.targets.map(\.description) { print("- \(line)") }
        try conclude(rounds)
    }

    /// Speed that loses a key is a defect, and so is an alarm without one.
    private func conclude(_ rounds: Rounds) throws {
        for id in rounds.falseAlarms.sorted() { print("- false alarm: \(id)") }
        guard rounds.lost.isEmpty else {
            for place in rounds.lost.sorted() { print("- LOST: the key planted in \(place)") }
            throw ExitCode(1)
        }
        print("- all \(PlantedKey.all.count) planted keys found in all places")
        if !rounds.falseAlarms.isEmpty { throw ExitCode(1) }
    }

    /// Another process makes the dump, because what this one needs would count as the peak of those it starts.
    private func makeDump(_ path: String, _ limit: [String]) throws(BenchmarkFailure) {
        let arguments = try [Programs.own(), "dump", path, "--format", options.format.rawValue] + limit
        let run = try ProgramRun(arguments, isQuiet: false)
        guard run.status == 0 else { throw BenchmarkFailure("the dump could not be made") }
    }

    private static func keyshiftBesideThis() throws(BenchmarkFailure) -> String {
        let own = try Programs.own()
        return own.lastIndex(of: "/").map { String(own[...$0]) + "keyshift" } ?? "keyshift"
    }
}
