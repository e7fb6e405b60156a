internal import ArgumentParser
internal import Glibc
internal import MigrationModel
internal import StateStore

/// Works on a ledger as several real processes do, to be killed, raced and measured.
@main
struct LedgerExercise: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Work on a ledger, to be killed, raced and measured.",
        subcommands: [AppendCommand.self, RaceCommand.self, FillCommand.self, MeasureCommand.self])

    static let plan = String(repeating: "a", count: 64)

    static var author: Author { Author(user: "ada", host: "ops-1", process: Int(getpid())) }

    static func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
    }

    /// Says something at once: who reads it may rely on it although this process is killed in the next moment.
    static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(STDOUT_FILENO, bytes, bytes.count)
    }
}

/// `append`: writes events until it is killed, and says the number of each one that was accepted.
struct AppendCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "append")

    @Argument var path: String
    @Option var count = Int.max

    func run() throws {
        let ledger = try Ledger(path: path, for: .writing)
        for number in 0..<count {
            let entry = LedgerEntry(plan: LedgerExercise.plan, .note(Note(text: "\(getpid()) \(number)")))
            let event = try ledger.append(entry, by: LedgerExercise.author, at: LedgerExercise.now())
            LedgerExercise.say("\(event.event.sequence) \(event.hash)")
        }
    }
}

/// `race`: tries to take the lease of every step in its own order, and says of which it has got it.
struct RaceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "race")

    @Argument var path: String
    @Option var steps = 50

    func run() throws {
        let ledger = try Ledger(path: path, for: .writing, patience: 60)
        for step in (0..<steps).shuffled() {
            let result = try ledger.claim(
                step: "step-\(step)", plan: LedgerExercise.plan, for: 600_000, by: LedgerExercise.author,
                at: LedgerExercise.now())
            switch result {
            case .taken(let claim): LedgerExercise.say("taken \(claim.step) \(claim.number) \(getpid())")
            case .held(let claim): LedgerExercise.say("held \(claim.step) \(claim.number) \(claim.holder.process)")
            }
        }
    }
}
