import Execution
import Foundation
import MigrationModel
import Synchronization

/// Programs whose answers a test gives; what was asked is kept.
final class ScriptedPrograms: ProgramRunner {
    private let answers: @Sendable ([String]) -> ProgramAnswer
    private let asked = Mutex<[[String]]>([])

    init(_ answers: @escaping @Sendable ([String]) -> ProgramAnswer) { self.answers = answers }

    /// Answers in order, the last one again and again.
    convenience init(_ answers: [ProgramAnswer]) {
        let left = Mutex(answers)
        self.init { _ in
            left.withLock { left in
                left.count > 1 ? left.removeFirst() : left.first ?? ProgramAnswer(ending: .notStarted)
            }
        }
    }

    /// The words of every run, in order.
    var questions: [[String]] { asked.withLock { $0 } }

    func run(_ invocation: Invocation) async -> ProgramAnswer {
        asked.withLock { $0.append(invocation.words) }
        return answers(invocation.words)
    }
}

extension ProgramAnswer {
    /// A text that was printed.
    static func prints(_ text: String) -> ProgramAnswer { ProgramAnswer(ending: .exited(0), output: Array(text.utf8)) }
    /// An error.
    static func fails(_ errors: String, _ status: Int32 = 1) -> ProgramAnswer {
        ProgramAnswer(ending: .exited(status), errors: errors)
    }
}

/// Real programs with variables of the environment.
struct ProgramsInEnvironment: ProgramRunner {
    var variables: [String: String]

    func run(_ invocation: Invocation) async -> ProgramAnswer {
        let words = variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } + invocation.words
        return await UserPrograms().run(
            Invocation("env", words, input: invocation.input, patience: invocation.patience))
    }
}

/// A clock that stands still and keeps how long somebody would have waited.
final class StandingClock: MigrationClock {
    private let time: Timestamp
    private let slept = Mutex<[Int]>([])

    init(_ time: Timestamp = Timestamp(milliseconds: Int(Date().timeIntervalSince1970 * 1000))) { self.time = time }

    var waits: [Int] { slept.withLock { $0 } }
    func now() -> Timestamp { time }
    func sleep(milliseconds: Int) async throws { slept.withLock { $0.append(milliseconds) } }
}
