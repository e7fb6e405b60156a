import ClusterDump
import Detection
import MigrationModel
import Tracing

/// One scan from its inputs to its report.
struct ScanRun {
    /// How many threads search.
    var workers: Int
    /// What may stay.
    var allowances: [Allowance]
    /// The time of the scan, RFC 3339 in UTC.
    var now: String

    /// Reads everything that the feed has, and reports what was found.
    func report(over feed: DocumentFeed) -> ScanReport {
        let (findings, _) = gather(over: feed)
        let conclusion = feed.conclusion()
        let facts = findings.carriers.map { CarrierFacts(describing: $0) }
        let folded = OwnerFolding.fold(findings.sightings, facts: facts)
        let byObject = Dictionary(facts.map { ($0.object, $0) }, uniquingKeysWith: { first, _ in first })
        let keys = KeyAssembly.keys(from: folded, facts: byObject)
        let matched = AllowanceMatching(allowances, to: keys, today: String(now.prefix(10)))
        return ScanReport(
            generated: now, inputs: conclusion.inputs, keys: matched.keys, lookAlikes: findings.lookAlikes,
            problems: Self.problems(of: findings, conclusion),
            expiredAllowances: matched.expired, unusedAllowances: matched.unused)
    }

    /// Reads everything that the feed has: the keys, and the objects that decide who receives them.
    ///
    /// - Parameter feed: deals out the documents.
    /// - Returns: the findings in no particular order, and the objects in one that does not depend on how many workers there were.
    func gather(over feed: DocumentFeed) -> (findings: Examination, objects: ClusterObjects) {
        let yields = DocumentWorkers.run(
            over: feed, count: workers, make: { ScanWorker() }, collect: { $0.finish() })
        var findings = Examination()
        for yield in yields { findings.append(yield.findings) }
        return (findings, CollectedObjects.merge(yields.map(\.objects)))
    }

    /// All problems in the order of reports, without those that only repeat why an input broke off.
    private static func problems(of findings: Examination, _ conclusion: DocumentFeed.Conclusion) -> [Problem] {
        let telling = (conclusion.problems + findings.problems).filter { problem in
            ![.malformedJSON, .malformedYAML].contains(problem.code)
                || !conclusion.interruptedInputs.contains(problem.input)
        }
        return telling.sorted(by: Problem.isReportedBefore)
    }
}

extension Problem {
    /// Orders problems by input and position, so that reports are the same however the work was divided.
    static func isReportedBefore(_ left: Problem, _ right: Problem) -> Bool {
        (left.input, left.offset ?? -1, left.code.rawValue, left.message)
            < (right.input, right.offset ?? -1, right.code.rawValue, right.message)
    }
}
