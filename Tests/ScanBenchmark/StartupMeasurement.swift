/// What keyshift costs where there is hardly anything to do.
struct StartupMeasurement {
    private static let runs = 25

    let keyshift: String

    /// Measures the program's version and the scan of a small dump, and says whether the targets hold.
    func lines(smallDump: String, objects: Int) throws(BenchmarkFailure) -> [String] {
        let version = try median([keyshift, "--version"])
        let scan = try median([keyshift, "scan", smallDump, "-o", "json"])
        return [
            "\(Target("`keyshift --version`, milliseconds, at most 15", .atMost(15), version * 1000))",
            "\(Target("scan of \(objects) objects, milliseconds, at most 30", .atMost(30), scan * 1000))",
        ]
    }

    private func median(_ arguments: [String]) throws(BenchmarkFailure) -> Double {
        for _ in 0..<3 { _ = try ProgramRun(arguments) }
        var runs: [ProgramRun] = []
        for _ in 0..<Self.runs { runs.append(try ProgramRun(arguments)) }
        return Medians(runs).wall
    }
}
