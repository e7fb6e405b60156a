import Foundation
import MigrationModel
import Testing

@testable import keyshift

extension Journeys {
    /// Two and ten processes that carry out the same step of a simulated world at the same time: one does it, the others are told who.
    ///
    /// `KEYSHIFT_KILLS=1000` also means 50 races. ``RaceTests`` has some of them on real components.
    struct RacingRunsTests {
        private static let kills = ProcessInfo.processInfo.environment["KEYSHIFT_KILLS"].flatMap { Int($0) } ?? 30
        private static let races = max(3, kills / 20)

        @Test func haveOneWinner() async throws {
            let calm = try await CalmRun.shared
            // Ten processes at once are slow: the time of their leases is not to run out meanwhile.
            try await SimulatedBench.run(pace: 100) { bench in
                let parts = calm.parts.filter { $0.calls > 0 }
                for number in 0..<Self.races {
                    let part = parts[number * parts.count / Self.races]
                    try await race(number % 3 == 2 ? 10 : 2, part, calm.plan, bench)
                }
            }
        }

        private func race(_ count: Int, _ part: CalmRun.Part, _ plan: Plan, _ bench: SimulatedBench) async throws {
            try bench.set(part.before)
            let step = part.step.id
            bench.door.begin()
            let runs = try await withThrowingTaskGroup(of: (String, Run).self) { group in
                for number in 0..<count {
                    group.addTask {
                        let name = "operator-\(number)"
                        let words = Bench.migration(bench.time.file, [step, "--apply", "--as", name])
                        return (name, try await bench.keyshift(words))
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            for (name, run) in runs where run.status != 0 {
                #expect(run.status == ProgramStatus.waiting.rawValue, "\(step): \(run.everything)")
                let others = run.errors.matches(of: #/operator-\d+/#).map { String($0.0) }
                #expect(others.contains { $0 != name }, "\(step): \(run.everything)")
            }
            #expect(runs.contains { $0.1.status == 0 }, "\(step): \(runs.map(\.1.everything))")
            #expect(try bench.isDone(step, of: plan), "\(step)")
            #expect(bench.door.takeChanges() == part.changes, "\(step)")
            #expect(try LedgerWatch.counts(bench.ledger) == part.events, "\(step)")
            try LedgerWatch(bench).expectWhole(step)
            #expect(try bench.picture().difference(from: part.picture) == [], "\(step)")
        }
    }
}
