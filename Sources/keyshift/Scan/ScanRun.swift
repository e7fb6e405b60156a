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
    /// EKS Pod Identity associations as far as they are known.
    var associations: [PodIdentityAssociation] = []
    /// The SDKs that a configuration names for services.
    var stated: [StatedFamilies] = []
    /// Whether names of resources are looked for in ConfigMaps, which only a plan asks for.
    var gathersHints = false
    /// The time of the scan, RFC 3339 in UTC.
    var now: String

    /// Reads everything that the feed has, and reports what was found.
    func report(over feed: DocumentFeed) -> ScanReport { result(over: feed).report }

    /// Reads everything that the feed has, and keeps what it takes to tell more of it than the report does.
    func result(over feed: DocumentFeed) -> ScanResult {
        let (findings, parts) = gather(over: feed)
        let conclusion = feed.conclusion()
        let (allowances, today) = (allowances, String(now.prefix(10)))
        let (matched, objects) = Pair.run(workers: workers) {
            AllowanceMatching(allowances, to: Self.keys(in: findings), today: today)
        } _: {
            CollectedObjects.merge(parts)
        }
        let cluster = ClusterTrace(
            matched.keys, objects: objects, inputs: conclusion.inputs.map(\.name), associations: associations,
            stated: stated, workers: workers)
        let report = ScanReport(
            generated: now, inputs: conclusion.inputs, keys: matched.keys, lookAlikes: findings.lookAlikes,
            problems: Self.problems(of: findings, conclusion), trace: cluster.trace(),
            expiredAllowances: matched.expired, unusedAllowances: matched.unused)
        return ScanResult(report: report, objects: objects, cluster: cluster)
    }

    private static func keys(in findings: Examination) -> [StaticKey] {
        let facts = findings.carriers.map { CarrierFacts(describing: $0) }
        // Files may describe one object several times, and workers bring them in any order.
        let byObject = Dictionary(facts.map { ($0.object, $0) }, uniquingKeysWith: { $0.tellsMore(than: $1) ? $0 : $1 })
        return KeyAssembly.keys(from: OwnerFolding.fold(findings.sightings, facts: facts), facts: byObject)
    }

    /// Reads everything that the feed has: the keys, and the objects that decide who receives them.
    ///
    /// - Parameter feed: deals out the documents.
    /// - Returns: the findings in no particular order, and what each worker gathered of the objects.
    func gather(over feed: DocumentFeed) -> (findings: Examination, objects: [CollectedObjects]) {
        let yields = DocumentWorkers.run(
            over: feed, count: workers, make: { ScanWorker(gathersHints: gathersHints) }, collect: { $0.finish() })
        var findings = Examination()
        for yield in yields { findings.append(yield.findings) }
        return (findings, yields.map(\.objects))
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

extension CarrierFacts {
    /// Whether this says more of an object than another description of it: that of a dump does, with a unique id.
    fileprivate func tellsMore(than other: CarrierFacts) -> Bool {
        if uid != other.uid { return other.uid.isEmpty || !uid.isEmpty && uid < other.uid }
        if created != other.created { return other.created.map { $0 < created ?? "" } ?? true }
        return managers.count > other.managers.count
    }
}

extension Problem {
    /// Orders problems by input and position, so that reports are the same however the work was divided.
    static func isReportedBefore(_ left: Problem, _ right: Problem) -> Bool {
        (left.input, left.offset ?? -1, left.code.rawValue, left.message)
            < (right.input, right.offset ?? -1, right.code.rawValue, right.message)
    }
}
