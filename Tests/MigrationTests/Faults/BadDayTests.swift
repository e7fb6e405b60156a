import Foundation
import MigrationModel
import Testing

@testable import keyshift

extension Journeys {
    /// What goes wrong around a migration: answers that fail, servers that are away, a full disk, a clock that jumps, a copied ledger.
    ///
    /// `KEYSHIFT_REAL_FAULTS` is how many faults the cloud and the API server have in one migration; a few by default.
    /// ``FaultyRunTests`` has the full figure on a simulated world.
    @Suite(.enabled(if: Bench.isPossible, "needs a Kubernetes API server and moto"))
    struct BadDayTests {
        private static let faults =
            ProcessInfo.processInfo.environment["KEYSHIFT_REAL_FAULTS"].flatMap { Int($0) } ?? 20

        /// For how long nobody answers: in a long run for longer than it is waited.
        private static let stall: Double = faults > 100 ? 75 : 2

        @Test(.enabled(if: Journeys.isWhole, "a long journey: set KEYSHIFT_JOURNEYS=all"))
        func endsAllTheSameWhenCallsFail() async throws {
            try await Bench.run { bench in
                let plan = try await bench.planned()
                try await bench.consent(to: plan)
                let kinds: [(String, String)] = [
                    ("error", "before"), ("throttle", "before"), ("half", "after"), ("drop", "after"),
                    ("error", "after"),
                    ("stall", "before"), ("away", ""),
                ]
                var met: [String: Int] = [:]
                for round in 0..<Self.faults {
                    let (kind, when) = kinds[round % kinds.count]
                    let isAway = kind == "away"
                    if isAway {
                        try await bench.cloud.control("POST", "away")
                    } else {
                        try await bench.cloud.fault([
                            CloudFault(
                                kind: kind, skip: Int.random(in: 0..<12),
                                times: kind == "stall" ? 1 : Int.random(in: 1...3),
                                when: when, seconds: Self.stall)
                        ])
                    }
                    let run = try await bench.migrate("--apply", "ready")
                    let allowed: [ProgramStatus] = [.clean, .partial, .waiting, .unavailable, .refused]
                    #expect(allowed.map(\.rawValue).contains(run.status), "\(kind) \(when): \(run.everything)")
                    if isAway {
                        #expect(
                            run.status == ProgramStatus.unavailable.rawValue
                                || run.status == ProgramStatus.waiting.rawValue,
                            "\(run.everything)")
                    }
                    met[kind + when, default: 0] += 1
                    try await bench.cloud.control("POST", "back")
                    try await bench.cloud.fault([])
                    let ledger = try await bench.keyshift(["ledger", "verify", "plan"])
                    try #require(ledger.status == 0, "\(ledger.everything)")
                    if round % 3 == 2 { try await bench.pass(hours: 13) }
                }
                print("faults: \(met)")
                try await bench.carryOut(plan)
                try await bench.expectTheEnd(plan)
            }
        }

        @Test func losesNothingOnAFullDisk() async throws {
            try await Bench.run { bench in
                let plan = try await bench.planned()
                try await bench.consent(to: plan)
                let events = try bench.status(plan).sequence
                let command = ["migrate", "plan", "--clock", bench.clock, "--yes", "--apply", "ready"]
                // A file that may not grow is as a disk that is full; the signal for it is ignored, as most programs do.
                let words = ["sh", "-c", #"trap '' XFSZ; ulimit -f 1; exec "$@""#, "sh", Bench.program] + command
                let full = try await Run.of(words, environment: bench.environment, in: bench.folder)
                #expect(full.status == ProgramStatus.inputOutput.rawValue, "\(full.everything)")
                let ledger = try await bench.keyshift(["ledger", "verify", "plan"])
                #expect(ledger.status == 0, "\(ledger.everything)")
                #expect(try bench.status(plan).sequence >= events)
                let next = try await bench.migrate("--apply", "ready")
                #expect([0, 2].contains(next.status), "\(next.everything)")
            }
        }

        @Test func keepsItsOrderWhenTheClockJumpsBackAndACopyIsTaken() async throws {
            try await Bench.run { bench in
                let plan = try await bench.planned()
                try await bench.consent(to: plan)
                try await bench.pass(hours: 48)
                let first = try await bench.migrate("--apply", "ready")
                #expect([0, 2].contains(first.status), "\(first.everything)")
                try await bench.pass(hours: -30)
                async let running = bench.migrate("--apply", "ready")
                let copy = bench.folder.appending(path: "copy.db")
                try FileManager.default.copyItem(
                    at: bench.folder.appending(path: "plan/.keyshift/ledger.db"), to: copy)
                let second = try await running
                let allowed: [ProgramStatus] = [.clean, .partial, .waiting]
                #expect(allowed.map(\.rawValue).contains(second.status), "\(second.everything)")
                for words in [["plan"], ["--ledger", copy.path]] {
                    let ledger = try await bench.keyshift(["ledger", "verify"] + words)
                    #expect(ledger.status == 0, "\(words): \(ledger.everything)")
                }
            }
        }
    }
}
