internal import ArgumentParser
internal import Glibc

/// `ScanBenchmark status`: what it costs to say where a large migration stands.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Ask where a migration of many services stands, with a plan and a ledger made for it.")

    @Option(help: "How many services there are.")
    var services = 1000

    @Option(help: "How many keys they share.")
    var keys = 30

    @Option(help: "How many events the ledger has.")
    var events = 100_000

    @Option(help: "How often each command runs after a warm-up.")
    var rounds = 5

    @Option(help: "Where to leave dump, plan and ledger, or where they were left before; without it, they are removed.")
    var keep: String?

    /// What is asked, and how it is called.
    private static let questions: [(name: String, arguments: [String])] = [
        ("`keyshift status`", []), ("`keyshift status NAME`", ["team-0/service-3"]), ("`-o json`", ["-o", "json"]),
        ("`-o prometheus`", ["-o", "prometheus"]), ("`-o html`, ledger verified", ["-o", "html"]),
    ]

    func validate() throws {
        guard services > 0, keys > 0, events > 0, rounds > 0 else {
            throw ValidationError("There is nothing to measure.")
        }
    }

    func run() throws {
        let files = try Workplace.open(for: ["dump.jsonl", "keyshift.yaml", "answer"])
        let folder = keep ?? files[0] + ".plan"
        defer {
            if keep == nil { _ = try? ProgramRun([Programs.find("rm") ?? "/bin/rm", "-rf", folder]) }
            Workplace.close()
        }
        let program = try Programs.own().split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/keyshift"
        if access(folder + "/plan.yaml", F_OK) != 0 { try make(folder, files, program) }
        var lines: [String] = []
        var times: [Double] = []
        var size = 0
        for question in Self.questions {
            let runs = try (0...rounds).map { _ in
                try ProgramRun([program, "status", folder] + question.arguments, output: files[2])
            }
            guard runs.allSatisfy({ [0, 10, 11, 12].contains($0.status) }) else {
                throw BenchmarkFailure("\(question.name) failed with status \(runs[0].status)")
            }
            let medians = Medians(Array(runs.dropFirst()))
            size = try SmallFile.size(files[2])
            times.append(medians.wall)
            lines.append(
                "| \(question.name) | \(medians.wall.milliseconds) | \(medians.cpu.milliseconds) "
                    + "| \((Double(medians.peakMemory) / 1e6).figure(0)) MB | \(ByteCount(bytes: size)) |")
        }
        print("\n\(services) services, \(keys) keys, \(events) events; medians of \(rounds) rounds\n")
        print("| command | wall | cpu | peak memory | output |\n| --- | ---: | ---: | ---: | ---: |")
        print(lines.joined(separator: "\n") + "\n")
        print("- \(Target("milliseconds for the status, at most 300", .atMost(300), times.first.map { $0 * 1000 }))")
        print("- \(Target("megabytes of the page, at most 5", .atMost(5), Double(size) / 1e6))")
    }

    /// Other processes make everything, because what this one needs would count as the peak of those it starts.
    private func make(_ folder: String, _ files: [String], _ program: String) throws {
        try PlanningDump(services: services, keys: keys).write(to: files[0], configuration: files[1])
        let plan = try ProgramRun([program, "plan", files[0], "--config", files[1], "-o", folder])
        guard plan.status == 0 else { throw BenchmarkFailure("the plan could not be made") }
        let history = try ProgramRun([Programs.own(), "history", folder, "--events", "\(events)"], isQuiet: false)
        guard history.status == 0 else { throw BenchmarkFailure("the ledger could not be made") }
    }
}
