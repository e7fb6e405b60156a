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

    @Option(help: "A dump that was made before; without it, one is made and removed.")
    var dump: String?

    func run() throws {
        let files = try Workplace.open(for: ["dump"])
        defer { Workplace.close() }
        let dump = dump ?? files[0]
        if self.dump == nil { try makeDump(dump) }
        var (scans, gatherings, traces, consumers) = ([Double](), [Double](), [Double](), 0)
        for round in 0...rounds {
            let scan = seconds { _ = TracedScan.scan(dump) }
            var gathered: TracedScan.Gathered?
            let gathering = seconds { gathered = TracedScan.gather(dump) }
            var trace: Trace?
            let tracing = seconds { trace = gathered.map { TracedScan.trace($0, dump) } }
            consumers = trace?.consumptions.count ?? 0
            guard round > 0 else { continue }
            scans.append(scan)
            gatherings.append(gathering)
            traces.append(gathering + tracing)
        }
        let (alone, gathering, whole) = (median(scans), median(gatherings), median(traces))
        print("\n\(secrets) Secrets and \(workloads) workloads, \(ByteCount(bytes: try SmallFile.size(dump)))")
        print(
            "medians of \(rounds) rounds: scanned in \(alone.milliseconds), with all objects gathered in "
                + "\(gathering.milliseconds), and traced in \(whole.milliseconds)\n"
        )
        print("- \(consumers) ways on which keys reach containers")
        print("- \(Target("tracing, of scanning, at most 1", .atMost(1), (whole - alone) / alone))")
    }

    func validate() throws {
        guard secrets >= 0, workloads >= 0, rounds > 0 else { throw ValidationError("There is nothing to measure.") }
    }

    private func makeDump(_ path: String) throws {
        let made = try ProgramRun(
            [
                Programs.own(), "dump", path, "--shape", "tracing", "--secrets", "\(secrets)", "--workloads",
                "\(workloads)",
            ], isQuiet: false)
        guard made.status == 0 else { throw BenchmarkFailure("the dump could not be made") }
    }

    private func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

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

    /// Keys, and the objects that decide who receives them.
    struct Gathered {
        var keys: [StaticKey]
        var objects: ClusterObjects
    }

    /// Finds keys and gathers what it takes to follow them.
    static func gather(_ path: String) -> Gathered {
        let parts = DocumentWorkers.run(
            over: DocumentFeed(FileQueue([path])), count: 2, make: { Worker(isTracing: true) }, collect: { $0.finish() }
        )
        let (findings, objects) = (parts.map(\.findings), parts.map(\.objects))
        let gathered = Pair.run(workers: 2) {
            keys(findings)
        } _: {
            CollectedObjects.merge(objects)
        }
        return Gathered(keys: gathered.0, objects: gathered.1)
    }

    /// Follows keys.
    static func trace(_ gathered: Gathered, _ path: String) -> Trace {
        ClusterTrace(gathered.keys, objects: gathered.objects, inputs: [path], workers: 2).trace()
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
