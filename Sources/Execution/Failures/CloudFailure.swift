/// Why the command line of a cloud did not do what it was asked, as far as its own words tell.
struct CloudFailure: Error {
    /// The program: `aws`, `gcloud`, `az` or `kubectl`.
    var program: String
    /// The code that the cloud gave: `NoSuchEntity`, `NOT_FOUND`, `ResourceNotFound`; empty where there is none.
    var code: String
    /// What kind of a problem it is.
    var kind: AccessProblem.Code
    /// Whether it printed more than is read.
    var isTooLong = false
    /// What it printed; never shown as it is.
    var errors: String

    /// What went wrong; `nil` when nothing did.
    init?(_ answer: ProgramAnswer, _ program: String) {
        self.program = program
        errors = answer.errors
        switch answer.ending {
        case .exited(0): return nil
        case .notStarted, .exited(126), .exited(127): (code, kind) = ("", .programMissing)
        case .overdue, .signaled: (code, kind) = ("", .unavailable)
        case .overlong: (code, kind, isTooLong) = ("", .unavailable, true)
        case .exited:
            code = CloudErrorCode.code(in: answer.errors, of: program)
            kind = CloudErrorKind.kind(of: code, in: answer.errors)
        }
    }

    /// What was printed is no answer.
    init(unreadable program: String) {
        self.program = program
        (code, kind, errors) = ("", .unavailable, "")
    }

    /// Whether the cloud says that it may be another thing in a moment: too many requests, or one that is not well.
    var passes: Bool { kind == .throttled || kind == .unavailable && !code.isEmpty }

    /// Whether a question may be answered in a moment; a change may have been made although its answer was lost.
    var mayPassForQuestions: Bool { kind == .throttled || kind == .unavailable && !isTooLong }

    /// Whether the cloud says that there is no such thing.
    var isAbsence: Bool { CloudErrorCode.absences.contains(code) }
}

extension CloudFailure {
    /// The problem to report.
    ///
    /// - Parameter what: what was to be done, as the beginning of a sentence.
    /// - Returns: the problem, without anything that could be a secret.
    func problem(_ what: String) -> AccessProblem {
        let said = code.isEmpty ? SafeErrors.line(SafeErrors.first(of: errors)) : SafeErrors.line(code)
        switch kind {
        case .programMissing:
            return AccessProblem(
                kind, "\(what): \(program) was not found.", advice: "Install \(program), and run this again.")
        case .unavailable where isTooLong:
            return AccessProblem(
                kind, "\(what): the answer is larger than what is read from a program.", advice: "Look it up by hand.")
        case .unavailable:
            return AccessProblem(
                kind, "\(what): there was no answer in time, or none that could be read.",
                advice: "Run this again when the cloud is well: what was done is found out.")
        case .throttled:
            return AccessProblem(
                kind, "\(what): too much was asked in too short a time (\(said)).",
                advice: "Run this again in a minute.")
        case .unauthenticated:
            return AccessProblem(
                kind, "\(what): \(program) has no valid credentials (\(said)).",
                advice: "\(login), then run this again.")
        case .forbidden:
            return AccessProblem(
                kind, "\(what): the credentials of \(program) may not do it (\(said)).",
                advice: "Use credentials that may, or have somebody else run it.")
        default:
            return AccessProblem(kind, "\(what): \(said)", advice: "Mend that, then run this again.")
        }
    }

    private var login: String {
        switch program {
        case "aws": "Log in, for instance with aws sso login"
        case "gcloud": "Log in with gcloud auth login"
        case "az": "Log in with az login"
        default: "Log in to the cluster"
        }
    }
}
