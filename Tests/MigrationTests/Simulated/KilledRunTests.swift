import Foundation
import MigrationModel
import Synchronization
import Testing

extension Journeys {
    /// `kill -9` at random instants of a whole migration in a simulated world: nothing is lost, nothing is done twice, and it ends as
    /// it would have.
    ///
    /// `KEYSHIFT_KILLS=1000` is the full figure; what was hit is printed. ``KillTests`` has a few of them on
    /// real components.
    struct KilledRunTests {
        private static let kills = ProcessInfo.processInfo.environment["KEYSHIFT_KILLS"].flatMap { Int($0) } ?? 30
        /// How often one step is killed in one migration, at most.
        private static let most = 3

        /// A part of a migration, with how often each of its steps is to be killed.
        private struct Leg {
            var parts: ArraySlice<CalmRun.Part>
            var shares: [Int]
        }

        @Test func endsAllTheSame() async throws {
            let calm = try await CalmRun.shared
            let tally = KillTally()
            while tally.count < Self.kills {
                let before = tally.count
                try await SimulatedBench.together(Self.legs(Self.kills - before, calm)) { leg in
                    try await SimulatedBench.run(from: leg.parts.first?.before) { bench in
                        try await journey(leg, calm.plan, bench, tally)
                    }
                }
                try #require(tally.count > before)
            }
            FileHandle.standardError.write(Data("killed \(tally.count) times:\n\(tally)\n".utf8))
        }

        /// A whole migration in parts that are gone through at the same time; each step is killed as often as any other, but for the rest.
        private static func legs(_ wanted: Int, _ calm: CalmRun) -> [Leg] {
            let steps = calm.parts.count
            let total = min(wanted, steps * most)
            let rest = Array(repeating: 1, count: total % steps) + Array(repeating: 0, count: steps - total % steps)
            let shares = rest.shuffled().map { $0 + total / steps }
            let length = steps / 8 + 1
            return stride(from: 0, to: steps, by: length).map { start in
                let range = start..<min(start + length, steps)
                return Leg(parts: calm.parts[range], shares: Array(shares[range]))
            }
        }

        private func journey(_ leg: Leg, _ plan: Plan, _ bench: SimulatedBench, _ tally: KillTally) async throws {
            var watch = LedgerWatch(bench)
            var isBehind = false
            for (part, share) in zip(leg.parts, leg.shares) {
                // What nobody kills is as it was without kills: the next one begins behind it.
                guard share > 0 else {
                    isBehind = true
                    continue
                }
                if isBehind {
                    try bench.set(part.before)
                    watch = LedgerWatch(bench)
                    isBehind = false
                }
                try await bench.await(part.step.id, of: plan)
                for _ in 0..<share { try await kill(part, bench, watch, tally) }
                try await bench.finish(part.step.id, of: plan)
                try watch.expectWhole(part.step.id)
                let what: Comment = "\(part.step.id)\n\(tally.last(of: part.step.id))"
                let difference = try bench.picture().difference(from: part.picture)
                try #require(difference == [], what)
                #expect(Set(bench.door.takeChanges()) == Set(part.changes), what)
                #expect(try LedgerWatch.counts(bench.ledger) == part.events, what)
            }
            let ledger = try await bench.keyshift(["ledger", "verify", "plan"])
            #expect(ledger.status == 0, "\(ledger.everything)")
            FileHandle.standardError.write(Data("killed \(tally.count) times so far\n".utf8))
        }

        private func kill(
            _ part: CalmRun.Part, _ bench: SimulatedBench, _ watch: LedgerWatch, _ tally: KillTally
        ) async throws {
            let killer = Killer(calls: part.calls, seconds: part.seconds) { watch.note() }
            let run = try await bench.migrate(
                part.step.id, "--apply", interference: killer.interference, started: killer.started)
            let what = "\(part.step.id), killed \(killer.moment.rawValue)"
            try watch.expectWhole(what)
            if run.status == 128 + SIGKILL {
                tally.add(part.step.id, killer)
            } else {
                #expect([0, 2].contains(run.status), "\(what): \(run.everything)")
            }
            // The lease of whoever died runs out.
            bench.pass(seconds: 130)
            guard let aftermath = killer.aftermath else { return try await bench.settle() }
            let next = try await bench.migrate(part.step.id, "--apply", interference: aftermath)
            killer.release()
            #expect([0, 2, 69].contains(next.status), "\(what): \(next.everything)")
            try watch.expectWhole(what)
            try await bench.settle()
            bench.pass(seconds: 130)
        }
    }
}

/// What was killed, and when.
final class KillTally: CustomStringConvertible, Sendable {
    private let kills = Mutex<[(step: String, moment: String)]>([])

    func add(_ step: String, _ killer: Killer) {
        let moment = killer.moment.rawValue + (killer.takesPrograms ? ", with its programs" : "")
        kills.withLock { $0.append((step, moment)) }
    }

    var count: Int { kills.withLock { $0.count } }

    /// How a step was killed.
    func last(of step: String) -> [String] { kills.withLock { $0.filter { $0.step == step }.map(\.moment) } }

    var description: String {
        let kills = kills.withLock { $0 }
        return [Dictionary(grouping: kills, by: \.moment), Dictionary(grouping: kills, by: \.step)].flatMap { groups in
            groups.map { "\($0.value.count) \($0.key)" }.sorted()
        }.joined(separator: "\n")
    }
}
