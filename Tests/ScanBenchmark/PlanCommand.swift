internal import ArgumentParser

/// `ScanBenchmark plan`: what a plan of a large company costs, from reading the dump to the last file.
struct PlanCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "plan", abstract: "Plan many services that share keys, on a dump made for it.")

    @Option(help: "How many services there are.")
    var services = 10_000

    @Option(help: "How many keys they share.")
    var keys = 300

    @Option(help: "How often it is planned after a warm-up.")
    var rounds = 3

    func run() throws {
        let files = try Workplace.open(for: ["dump.jsonl", "keyshift.yaml"])
        defer { Workplace.close() }
        try PlanningDump(services: services, keys: keys).write(to: files[0], configuration: files[1])
        let program = try Programs.own().split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/keyshift"
        var runs: [ProgramRun] = []
        for round in 0...rounds {
            // A folder of its own for each round, since a file system is slow to take inodes that were freed a moment ago.
            let folder = "\(files[0]).plan\(round)"
            let run = try ProgramRun([program, "plan", files[0], "--config", files[1], "-o", folder])
            guard run.status == 0 else { throw BenchmarkFailure("the plan could not be made") }
            if round > 0 { runs.append(run) }
        }
        for round in 0...rounds {
            _ = try ProgramRun([Programs.find("rm") ?? "/bin/rm", "-rf", "\(files[0]).plan\(round)"])
        }
        let (wall, cpu) = (runs.map(\.wall).sorted()[rounds / 2], runs.map(\.cpu).sorted()[rounds / 2])
        let memory = Double(runs.map(\.peakMemory).max() ?? 0) / 1e9
        print("\n\(services) services with \(keys) shared keys, \(ByteCount(bytes: try SmallFile.size(files[0])))")
        print("medians of \(rounds) rounds: \(wall.milliseconds) wall, \(cpu.milliseconds) cpu\n")
        print("- \(Target("seconds for the plan and all its files, at most 5", .atMost(5), wall))")
        print("- \(Target("gigabytes at the peak, at most 1", .atMost(1), memory))")
    }

    func validate() throws {
        guard services > 0, keys > 0, rounds > 0 else { throw ValidationError("There is nothing to measure.") }
    }
}
