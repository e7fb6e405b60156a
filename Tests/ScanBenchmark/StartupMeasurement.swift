/// What keyshift costs where there is hardly anything to do.
struct StartupMeasurement {
    private static let runs = 25

    let keyshift: String
    /// Where the report of a scan is kept until it has been checked.
    let reportFile: String

    /// Measures the program's version and the scan of a small dump, and says whether the targets hold.
    func lines(smallDump: String, objects: Int) throws(BenchmarkFailure) -> [String] {
        let version = try median([keyshift, "--version"]) { run throws(BenchmarkFailure) in
            guard run.status == 0 else { throw BenchmarkFailure("keyshift --version failed with status \(run.status)") }
        }
        let scan = try median([keyshift, "scan", smallDump, "-o", "json"]) { _ throws(BenchmarkFailure) in
            // A scan that gives up early would be the fastest of all.
            let check = try PlantedKeyCheck(report: SmallFile.read(reportFile))
            if let place = check.lost.first { throw BenchmarkFailure("lost the key planted in \(place)") }
        }
        return [
            "\(Target("`keyshift --version`, milliseconds, at most 15", .atMost(15), version * 1000))",
            "\(Target("scan of \(objects) objects, milliseconds, at most 30", .atMost(30), scan * 1000))",
        ]
    }

    private func median(
        _ arguments: [String], check: (ProgramRun) throws(BenchmarkFailure) -> Void
    ) throws(BenchmarkFailure) -> Double {
        var runs: [ProgramRun] = []
        for round in 0..<Self.runs + 3 {
            let run = try ProgramRun(arguments, output: reportFile)
            try check(run)
            // The first ones warm up.
            if round >= 3 { runs.append(run) }
        }
        return Medians(runs).wall
    }
}
