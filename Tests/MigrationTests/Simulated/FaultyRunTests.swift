import Execution
import Foundation
import MigrationModel
import Synchronization
import Testing

@testable import keyshift

extension Journeys {
    /// What an API server and a cloud do on a bad day, at every call of a whole migration in a simulated world: the run says what
    /// failed, the next one goes on, and the world ends as it would have.
    ///
    /// `KEYSHIFT_FAULTS=300` is how many there are, spread evenly over all calls; with about 1,000 of them every call meets one, and
    /// with nine times as many every kind of fault. A few by default.
    /// ``BadDayTests`` has some of them on real components.
    struct FaultyRunTests {
        private static let faults = ProcessInfo.processInfo.environment["KEYSHIFT_FAULTS"].flatMap { Int($0) } ?? 30

        /// A call of a step, and what it meets.
        private struct Meeting {
            var part: CalmRun.Part
            var call: Int
            var fault: CallFault
        }

        @Test func endsAllTheSame() async throws {
            let calm = try await CalmRun.shared
            let tally = Mutex<[String: Int]>([:])
            let meetings = Self.meetings(calm)
            let length = meetings.count / 8 + 1
            let batches = stride(from: 0, to: meetings.count, by: length).map { start in
                meetings[start..<min(start + length, meetings.count)]
            }
            try await SimulatedBench.together(batches) { batch in
                try await SimulatedBench.run { bench in
                    for meeting in batch {
                        let line = try await meet(meeting, calm.plan, bench)
                        tally.withLock { $0[line, default: 0] += 1 }
                    }
                }
            }
            let lines = tally.withLock { $0.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" } }
            let report = "\(meetings.count) faults at \(calm.calls) calls:\n\(lines.joined(separator: "\n"))\n"
            FileHandle.standardError.write(Data(report.utf8))
        }

        /// As many as are wanted, at places that are evenly spread over all calls; the kinds follow one another.
        private static func meetings(_ calm: CalmRun) -> [Meeting] {
            let places = calm.parts.flatMap { part in (0..<part.calls).map { (part, $0 + 1) } }
            let kinds = CallFault.allCases
            let shift = Int.random(in: 0..<kinds.count)
            return (0..<faults).map { number in
                let (round, rest) = number.quotientAndRemainder(dividingBy: places.count)
                let inRound = min(places.count, faults - round * places.count)
                let (part, call) = places[rest * places.count / inRound]
                return Meeting(part: part, call: call, fault: kinds[(rest + round + shift) % kinds.count])
            }
        }

        private func meet(_ meeting: Meeting, _ plan: Plan, _ bench: SimulatedBench) async throws -> String {
            let (part, step) = (meeting.part, meeting.part.step.id)
            try bench.set(part.before)
            let watch = LedgerWatch(bench)
            let met = Mutex<DoorCall?>(nil)
            let run = try await bench.migrate(
                step, "--apply",
                interference: meeting.fault.interference(at: meeting.call) { call in met.withLock { $0 = call } })
            let words = met.withLock { $0?.invocation.words.joined(separator: " ") } ?? "nothing"
            let what = "\(step), \(meeting.fault.rawValue) at call \(meeting.call), \(words)"
            let allowed: [ProgramStatus] = [.clean, .partial, .waiting, .unavailable, .refused]
            #expect(allowed.map(\.rawValue).contains(run.status), "\(what): \(run.everything)")
            if run.status != 0 { expectToldWhatFailed(run, words, what) }
            try watch.expectWhole(what)
            try await bench.settle()
            try await bench.finish(step, of: plan)
            try watch.expectWhole(what)
            let difference = try bench.picture().difference(from: part.picture)
            #expect(difference == [], "\(what): \(run.everything)")
            #expect(bench.door.takeChanges() == part.changes, "\(what)")
            #expect(try LedgerWatch.counts(bench.ledger) == part.events, "\(what)")
            return "\(meeting.fault.rawValue): exit status \(run.status)"
        }

        /// The program, or what it was asked about, is named, and what to do next.
        private func expectToldWhatFailed(_ run: Run, _ words: String, _ what: String) {
            let program = words.prefix { $0 != " " }
            let names =
                program == "aws"
                ? ["aws", "cloud", "role", "key", "iam", "eks"] : ["kubectl", "API server", "production/"]
            #expect(names.contains { run.errors.contains($0) }, "\(what): \(run.everything)")
        }
    }
}
