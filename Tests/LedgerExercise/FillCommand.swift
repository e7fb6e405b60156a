internal import ArgumentParser
internal import Glibc
internal import MigrationModel
internal import StateStore

/// `fill`: makes a ledger of a migration of 1,000 services, in large transactions.
struct FillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fill")

    @Argument var path: String
    @Option var count = 100_000

    func run() throws {
        let ledger = try Ledger(path: path, for: .writing)
        let start = ContinuousClock.now
        var made = 0
        while made < count {
            let entries = (made..<min(count, made + 1000)).map(entry)
            try ledger.append(
                entries, by: LedgerExercise.author, at: Timestamp(milliseconds: 1_795_262_400_000 + made * 60_000))
            made += entries.count
        }
        LedgerExercise.say("appended \(made) events in \(start.duration(to: .now))")
    }

    private func entry(_ number: Int) -> LedgerEntry {
        let step = "shift/production/service-\(number / 8 % 1000)/\(["canary", "rollout"][number / 8000 % 2])"
        let key = KeyName(kind: .awsAccessKey, id: "AKIAIOSFODNN7EX\(10_000 + number / 8 % 200)")
        let evidence = Evidence(
            source: "kubectl --context prod-eu get pods -n production",
            time: Timestamp(milliseconds: 1_795_262_400_000 + number * 60_000),
            statement: "3 of 3 Pods of service-\(number / 8 % 1000) are of the new template and ready.")
        let happening: Happening =
            switch number % 8 {
            case 7: .keySeen(KeySighting(state: .active, evidence: [evidence]))
            case let other:
                .stepVerified(
                    StepCheck(
                        verification: Verification.allCases[other], result: number % 5 == 0 ? .notYet : .satisfied,
                        reason: "All Pods are ready.", evidence: [evidence]))
            }
        return LedgerEntry(
            plan: LedgerExercise.plan, step: happening.kind.needsStep ? step : nil,
            key: happening.kind.needsKey ? key : nil, happening)
    }
}

/// `measure`: how long reading a ledger takes.
struct MeasureCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "measure")

    @Argument var path: String

    func run() throws {
        let opened = ContinuousClock.now
        let ledger = try Ledger(path: path, for: .reading)
        LedgerExercise.say("open:   \(opened.duration(to: .now))")
        try measure("state") { "\(try ledger.state().steps.count) steps" }
        try measure("verify") { "\(try ledger.verify().fault?.message ?? "whole")" }
        try measure("export") {
            var bytes = 0
            try ledger.export { bytes += $0.utf8.count }
            return "\(bytes) bytes"
        }
        try measure("a step") {
            "\(try ledger.events(EventSelection(step: "shift/production/service-7/canary")).count) events"
        }
    }

    /// Says the time on the clock and the time of the processor, which others do not lengthen.
    private func measure(_ name: String, _ body: () throws -> String) throws {
        let (start, used) = (ContinuousClock.now, Self.processorTime())
        let result = try body()
        let milliseconds = Self.processorTime() - used
        LedgerExercise.say("\(name): \(start.duration(to: .now)), \(milliseconds) ms of a processor, \(result)")
    }

    private static func processorTime() -> Int {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}
