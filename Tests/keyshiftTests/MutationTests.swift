import Foundation
import MigrationModel
import StructuredText
import Testing

@testable import ClusterDump
@testable import Detection

/// Inputs that are almost right, thousands of them: none may crash, hang or swell the program, the screen may let no key
/// pass that examining would have found, and what is heard of an object may not differ from what reading it again tells.
///
/// `KEYSHIFT_FUZZ_RUNS` sets how many; `KEYSHIFT_FUZZ_SEED` which. The README says how to run many.
struct MutationTests {
    private static let runs = Int(ProcessInfo.processInfo.environment["KEYSHIFT_FUZZ_RUNS"] ?? "") ?? 3000
    private static let seed = UInt64(ProcessInfo.processInfo.environment["KEYSHIFT_FUZZ_SEED"] ?? "") ?? 20_261_121

    /// Examines every document, and complains of those that the screen would not have let through.
    private final class Doubter: DocumentWorker {
        let screen: ObjectScreen
        let examiner = ObjectExaminer()
        private(set) var lost: [String] = []
        private var hearing = ObjectCollector()
        private var reading = ObjectCollector()

        init() { screen = ObjectScreen(heardBy: hearing.listener) }

        func process(_ document: RawDocument, isFragment: Bool, _ bytes: Span<UInt8>) {
            if !isFragment { hearing.expect(document) }
            let verdict = screen.screen(bytes, syntax: document.syntax, isItem: document.isItem)
            if !isFragment {
                hearing.collect(bytes, of: document, header: verdict.header)
                reading.collect(bytes, of: document, header: verdict.header)
            }
            let found = examiner.examine(
                bytes, from: DocumentSource(input: "-", syntax: document.syntax, isItem: document.isItem))
            guard !verdict.mayHoldKey, verdict.problem == nil, !verdict.isOdd else { return }
            lost += found.sightings.map { "\($0.key.id) at \($0.place.path)" }
        }

        /// What was lost on the way, of keys and of objects.
        func finish() -> [String] {
            let (heard, read) = (CollectedObjects.merge([hearing.finish()]), CollectedObjects.merge([reading.finish()]))
            return lost + (heard == read ? [] : ["an object that was misheard"])
        }
    }

    @Test func survivesAndLosesNothing() throws {
        var mutations = Mutations(seeds: try FuzzSeeds.all(), seed: Self.seed)
        var slowest = Duration.zero
        for run in 0..<Self.runs {
            let bytes = mutations.next()
            var lost: [String] = []
            let time = ContinuousClock().measure {
                let feed = DocumentFeed(MemoryQueue(bytes))
                lost = DocumentWorkers.run(over: feed, count: 1, make: { Doubter() }, collect: { $0.finish() })
                    .flatMap { $0 }
            }
            slowest = max(slowest, time)
            #expect(lost == [], "run \(run) of seed \(Self.seed) lost keys in \(bytes.count) bytes")
            // A hang is a matter of minutes, not of the odd slow moment of a busy machine.
            #expect(time < .seconds(60), "run \(run) of seed \(Self.seed) took \(time)")
        }
        let peak = ProcessMemory.peakMegabytes
        print("mutations: \(Self.runs) runs, slowest \(slowest), peak memory of all tests so far \(peak) MB")
        #expect(peak < 2000)
    }
}

/// One input that is in memory.
final class MemoryQueue: InputQueue {
    private var bytes: [UInt8]?

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    var expectedBytes: Int { 0 }
    var interruptedInputs: Set<String> { [] }

    func next() -> OpenedInput? {
        guard let bytes else { return nil }
        self.bytes = nil
        do throws(InputFailure) {
            return try InputRecognition.open(MemorySource(bytes), name: "memory")
        } catch {
            return nil
        }
    }

    func finish(continueToken: String?) {}

    func takeProblems() -> [Problem] { [] }
}

/// Bytes that are in memory, handed out in uneven pieces.
final class MemorySource: ByteSource {
    private var rest: ArraySlice<UInt8>
    private var step = 1

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        step = step * 7 % 4093 + 1
        let count = min(step, buffer.count, rest.count)
        buffer.copyBytes(from: rest.prefix(count))
        rest = rest.dropFirst(count)
        return count
    }
}

/// How much memory this process has used at most.
enum ProcessMemory {
    static var peakMegabytes: Int {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return usage.ru_maxrss / 1024
    }
}
