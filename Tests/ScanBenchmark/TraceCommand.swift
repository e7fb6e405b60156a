internal import ArgumentParser
internal import ClusterDump
internal import Detection
internal import MigrationModel
internal import Tracing

/// `ScanBenchmark trace`: what following keys to their consumers costs on top of finding them.
struct TraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace", abstract: "Compare scanning and tracing with scanning alone, on a dump made for it.")

    @Option(help: "How many Secrets the dump has.")
    var secrets = 100_000

    @Option(help: "How many workloads the dump has.")
    var workloads = 50_000

    @Option(help: "How often each is run after a warm-up.")
    var rounds = 5

    func run() throws {
        let files = try Workplace.open(for: ["dump"])
        defer { Workplace.close() }
        let made = try ProgramRun(
            [
                Programs.own(), "dump", files[0], "--shape", "tracing", "--secrets", "\(secrets)", "--workloads",
                "\(workloads)",
            ], isQuiet: false)
        guard made.status == 0 else { throw BenchmarkFailure("the dump could not be made") }
        var (scans, traces, consumers) = ([Double](), [Double](), 0)
        for round in 0...rounds {
            let scan = seconds { _ = TracedScan.scan(files[0]) }
            let trace = seconds { consumers = TracedScan.trace(files[0]).consumptions.count }
            if round > 0 {
                scans.append(scan)
                traces.append(trace)
            }
        }
        let (alone, whole) = (scans.sorted()[rounds / 2], traces.sorted()[rounds / 2])
        print("\n\(secrets) Secrets and \(workloads) workloads, \(ByteCount(bytes: try SmallFile.size(files[0])))")
        print(
            "medians of \(rounds) rounds: scanned in \(alone.milliseconds), scanned and traced in \(whole.milliseconds)\n"
        )
        print("- \(consumers) ways on which keys reach containers")
        print("- \(Target("tracing, of scanning, at most 1", .atMost(1), (whole - alone) / alone))")
    }

    func validate() throws {
        guard secrets >= 0, workloads >= 0, rounds > 0 else { throw ValidationError("There is nothing to measure.") }
    }

    private func seconds(_ body: () -> Void) -> Double {
        let duration = ContinuousClock().measure(body)
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}

/// One scan inside this process, with and without what tracing needs.
private enum TracedScan {
    /// Finds keys and nothing else.
    static func scan(_ path: String) -> [StaticKey] {
        let parts = DocumentWorkers.run(
            over: DocumentFeed(FileQueue([path])), count: 2, make: { Worker(isTracing: false) },
            collect: { $0.finish().findings })
        return keys(parts)
    }

    /// Finds keys and follows them.
    static func trace(_ path: String) -> Trace {
        let parts = DocumentWorkers.run(
            over: DocumentFeed(FileQueue([path])), count: 2, make: { Worker(isTracing: true) }, collect: { $0.finish() }
        )
        let objects = CollectedObjects.merge(parts.map(\.objects))
        return ClusterTrace(keys(parts.map(\.findings)), objects: objects, inputs: [path]).trace()
    }

    private static func keys(_ parts: [Examination]) -> [StaticKey] {
        var findings = Examination()
        for part in parts { findings.append(part) }
        let facts = findings.carriers.map { CarrierFacts(describing: $0) }
        let byObject = Dictionary(facts.map { ($0.object, $0) }, uniquingKeysWith: { first, _ in first })
        return KeyAssembly.keys(from: OwnerFolding.fold(findings.sightings, facts: facts), facts: byObject)
    }
}

/// Does what the worker of `keyshift scan` does, all of it or only the search for keys.
private final class Worker: DocumentWorker {
    private let isTracing: Bool
    private let screen = ObjectScreen()
    private let examiner = ObjectExaminer()
    private let contents = CarrierContentsReader()
    private var collector = ObjectCollector()
    private var findings = Examination()

    init(isTracing: Bool) { self.isTracing = isTracing }

    func finish() -> (findings: Examination, objects: CollectedObjects) { (findings, collector.finish()) }

    func process(_ document: RawDocument, isFragment: Bool, _ bytes: Span<UInt8>) {
        let verdict = screen.screen(bytes, syntax: document.syntax, isItem: document.isItem)
        let source = DocumentSource(
            input: document.input, syntax: document.syntax, isItem: document.isItem, offset: document.offset,
            line: document.line)
        if verdict.mayHoldKey { findings.append(examiner.examine(bytes, from: source)) }
        guard isTracing else { return }
        collector.collect(bytes, of: document, header: verdict.header)
        guard verdict.speaksOfClouds else { return }
        collector.add(contents.contents(of: bytes, from: source), of: document, header: verdict.header)
    }
}
