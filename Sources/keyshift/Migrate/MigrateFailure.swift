import ArgumentParser
import Execution
import Rendering
import StateStore

/// Says why a migration could not go on.
enum MigrateFailure {
    /// Tells a problem on standard error.
    ///
    /// - Returns: the exit status that says the same.
    static func told(_ problem: MigrationProblem) -> ExitCode {
        let code = problem.access?.code.rawValue ?? problem.ledger?.code.rawValue ?? problem.code.rawValue
        let text = TerminalText.harmless("\(code): \(problem.message)")
        StandardStreams.writeError("keyshift: \(text)\n  \(TerminalText.harmless(problem.advice))\n")
        return status(of: problem).code
    }

    private static func status(of problem: MigrationProblem) -> ExitStatus {
        switch problem.code {
        case .waiting, .held: .waiting
        case .regressed: .regressed
        case .unknownName: .usage
        case .interrupted: .interrupted
        case .ledger: problem.ledger?.code.status ?? .inputOutput
        case .access: problem.access?.isRefusal == true ? .refused : .unavailable
        case .unseen: .unavailable
        case .irreversible, .builtUpon, .unconfirmed, .gateClosed, .notOurs, .otherPlan: .refused
        }
    }
}

extension AccessProblem {
    /// Whether asking again would give the same answer.
    fileprivate var isRefusal: Bool {
        switch code {
        case .drifted, .conflict, .refused, .wrongAccount, .missingValue: true
        case .programMissing, .unavailable, .forbidden, .unauthenticated, .throttled, .notObservable: false
        }
    }
}
