import MigrationModel

/// Why the command line of a cloud had no answer, told from its own words; nothing of these is repeated.
enum LookupFailure: Hashable {
    /// There is no such program.
    case missing
    /// It got no answer in time.
    case silent
    /// It printed more than is read.
    case tooLong
    /// The cloud has no such thing.
    case absent
    /// The user may not ask.
    case forbidden
    /// Nobody is logged in, or the credentials have run out.
    case unauthenticated
    /// Too much was asked in too short a time.
    case throttled
    /// The cloud failed in itself, or cannot be reached.
    case failing
    /// Anything else.
    case unclear

    /// What an answer shows, by the signs of a cloud: words of its errors, the more telling first.
    init(_ answer: ProgramAnswer, signs: [(words: [String], failure: LookupFailure)]) {
        switch answer.ending {
        case .notStarted, .exited(126), .exited(127): self = .missing
        case .overdue: self = .silent
        case .overlong: self = .tooLong
        case .exited, .signaled:
            let errors = answer.errors
            self = signs.first { $0.words.contains { errors.contains($0) } }?.failure ?? .unclear
        }
    }

    /// Whether asking again may help.
    var isPassing: Bool { self == .throttled || self == .failing || self == .silent }

    /// The problem to report.
    ///
    /// - Parameters:
    ///   - what: what was asked for: `The role shop-api`.
    ///   - program: the command line.
    ///   - login: how one logs in, as an imperative.
    /// - Returns: the problem, with what to do next.
    func problem(_ what: String, program: String, login: String) -> AccessProblem {
        switch self {
        case .missing:
            AccessProblem(
                .programMissing, "\(what) could not be looked up: there is no \(program) that can be run",
                advice: "Install \(program), then look again.")
        case .silent:
            AccessProblem(
                .unavailable, "\(what) could not be looked up: \(program) got no answer in time",
                advice: "See whether the cloud can be reached from here, then look again.")
        case .tooLong:
            AccessProblem(
                .unavailable, "\(what) could not be looked up: the answer is larger than what is taken from a program",
                advice: "Look it up by hand.")
        case .forbidden:
            AccessProblem(
                .forbidden, "\(what) could not be looked up: the credentials do not permit it",
                advice: "Use credentials that may read it, then look again.")
        case .unauthenticated:
            AccessProblem(
                .unauthenticated, "\(what) could not be looked up: \(program) has no credentials that are valid",
                advice: "\(login), then look again.")
        case .throttled:
            AccessProblem(
                .throttled, "\(what) could not be looked up: too much was asked in too short a time",
                advice: "Look again later.")
        case .failing:
            AccessProblem(
                .unavailable, "\(what) could not be looked up: the cloud failed, or cannot be reached",
                advice: "Look again later.")
        case .absent, .unclear:
            AccessProblem(
                .unavailable, "\(what) could not be looked up: \(program) reported an error that is not known here",
                advice: "Run the command by hand to see it.")
        }
    }
}
