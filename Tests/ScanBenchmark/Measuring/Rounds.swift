/// Runs all contestants in turn, so that what else the machine does meets them all alike.
struct Rounds {
    let contestants: [Contestant]
    let dump: String
    /// Where the report of a scan is kept until it has been checked.
    let reportFile: String

    private var runs: [Contestant: [ProgramRun]] = [:]
    /// Places whose key some scan did not find, and ids that nobody planted.
    private(set) var lost: Set<String> = []
    private(set) var falseAlarms: Set<String> = []

    init(contestants: [Contestant], dump: String, reportFile: String) {
        (self.contestants, self.dump, self.reportFile) = (contestants, dump, reportFile)
    }

    /// Runs each contestant once, and keeps its figures unless it is to warm up.
    mutating func run(isWarmUp: Bool) throws(BenchmarkFailure) {
        for contestant in contestants {
            let run = try ProgramRun(
                contestant.arguments, input: contestant.readsPipe ? dump : nil,
                output: contestant.reportsKeys ? reportFile : "/dev/null")
            guard run.status >= 0 else { throw BenchmarkFailure("\(contestant.name) ended by signal \(-run.status)") }
            if contestant.reportsKeys { try check() }
            if !contestant.reportsKeys, run.status != 0 {
                throw BenchmarkFailure("\(contestant.name) failed with status \(run.status)")
            }
            if !isWarmUp { runs[contestant, default: []].append(run) }
        }
    }

    /// The medians of all rounds.
    func results(size: Int) -> Results {
        Results(size: size, rows: contestants.map { ($0, Medians(runs[$0] ?? [])) })
    }

    /// Every run is checked and not only the first: threads may lose a key now and then.
    private mutating func check() throws(BenchmarkFailure) {
        let check = try PlantedKeyCheck(report: SmallFile.read(reportFile))
        lost.formUnion(check.lost)
        falseAlarms.formUnion(check.falseAlarms)
    }
}
