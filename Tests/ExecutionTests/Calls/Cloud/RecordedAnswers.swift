import Execution
import Synchronization

/// Answers as the command lines of clouds have given them, recorded and not computed: nothing is shown here of a real cloud but
/// what is asked of it.
final class RecordedAnswers: ProgramRunner {
    /// An answer to words that begin, or contain, so.
    struct Line {
        var words: String
        var answers: [ProgramAnswer]

        init(_ words: String, _ answers: ProgramAnswer...) { (self.words, self.answers) = (words, answers) }
    }

    private let lines: Mutex<[Line]>
    let asked = Mutex<[String]>([])

    init(_ lines: [Line]) { self.lines = Mutex(lines) }

    /// The first line that fits answers; its last answer is given again and again.
    func run(_ invocation: Invocation) async -> ProgramAnswer {
        let words = invocation.words.joined(separator: " ")
        asked.withLock { $0.append(words) }
        return lines.withLock { lines in
            guard let index = lines.firstIndex(where: { words.contains($0.words) }) else {
                return ProgramAnswer(ending: .exited(1), errors: "ERROR: nothing was recorded for: \(words)\n")
            }
            return lines[index].answers.count > 1 ? lines[index].answers.removeFirst() : lines[index].answers[0]
        }
    }

    /// What was asked since the last time.
    func take() -> [String] {
        asked.withLock { asked in
            defer { asked = [] }
            return asked
        }
    }
}

extension ProgramAnswer {
    static func said(_ text: String) -> ProgramAnswer { ProgramAnswer(ending: .exited(0), output: Array(text.utf8)) }
    static func failed(_ errors: String) -> ProgramAnswer { ProgramAnswer(ending: .exited(1), errors: errors) }
}
