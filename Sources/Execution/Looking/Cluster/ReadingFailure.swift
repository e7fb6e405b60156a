import MigrationModel

/// Why `kubectl` had no answer, told from its own words; nothing of these is repeated.
struct ReadingFailure {
    private enum Cause {
        case missing, silent, tooLong, notFound, forbidden, unauthenticated, throttled, failing, unknownType,
            unknownContext
        case unclear
    }

    private let cause: Cause

    init(_ answer: ProgramAnswer) {
        switch answer.ending {
        case .notStarted, .exited(126), .exited(127): cause = .missing
        case .overdue: cause = .silent
        case .overlong: cause = .tooLong
        case .exited, .signaled: cause = Self.cause(in: answer.errors)
        }
    }

    /// Whether the cluster said that there is no object of this name; that it knows no such type does not say so.
    func deniesExistence(of name: String) -> Bool { cause == .notFound && !name.isEmpty }

    /// Whether asking again may help.
    var isPassing: Bool { [.throttled, .failing].contains(cause) }

    /// The last line of errors; earlier ones are warnings.
    private static func cause(in errors: String) -> Cause {
        let lines = errors.split(whereSeparator: \.isNewline).map(String.init)
        // Several types are asked for at once, and each has its own line.
        for line in lines.reversed() {
            if let reason = reason(in: line) {
                switch reason {
                case "Forbidden": return .forbidden
                case "Unauthorized": return .unauthenticated
                case "NotFound": return line.hasSuffix("\" not found") ? .notFound : .unknownType
                case "TooManyRequests": return .throttled
                case "InternalError", "ServiceUnavailable", "Timeout", "ServerTimeout": return .failing
                default: return .unclear
                }
            }
            for (words, cause) in signs where line.contains(words) { return cause }
        }
        return .unclear
    }

    private static let signs: [(String, Cause)] = [
        ("You must be logged in to the server", .unauthenticated),
        ("the server has asked for the client to provide credentials", .unauthenticated),
        ("doesn't have a resource type", .unknownType), ("no matches for kind", .unknownType),
        ("context was not found", .unknownContext), ("does not exist", .unknownContext),
        ("unable to handle the request", .failing), ("Unable to connect to the server", .failing),
        ("was refused", .failing), ("connection reset", .failing), ("unexpected EOF", .failing),
        ("i/o timeout", .failing),
        ("Client.Timeout exceeded", .failing), ("too many requests", .throttled), ("Too many requests", .throttled),
    ]

    /// `Forbidden` in `Error from server (Forbidden): …`.
    private static func reason(in line: String) -> Substring? {
        let beginning = "Error from server ("
        guard line.hasPrefix(beginning) else { return nil }
        return line.dropFirst(beginning.count).prefix { $0 != ")" }
    }

    /// The problem to report.
    ///
    /// - Parameter what: what was asked for: `Secret shop/aws`.
    /// - Returns: the problem, with what to do next.
    func problem(_ what: String) -> AccessProblem {
        switch cause {
        case .missing:
            AccessProblem(
                .programMissing, "\(what) could not be read: there is no kubectl that can be run",
                advice: "Install kubectl, or give a dump with --observe.")
        case .silent:
            AccessProblem(
                .unavailable, "\(what) could not be read: kubectl got no answer in time",
                advice: "See whether the API server answers, with kubectl get --raw /readyz.")
        case .tooLong:
            AccessProblem(
                .unavailable, "\(what) could not be read: the answer is larger than what is taken from a program",
                advice: "Give a dump of the cluster with --observe.")
        case .forbidden:
            AccessProblem(
                .forbidden, "You may not read \(what)", advice: "Ask for the right to get and list it, then look again."
            )
        case .unauthenticated:
            AccessProblem(
                .unauthenticated, "\(what) could not be read: the API server does not know who is asking",
                advice: "Log in to the cluster, then look again.")
        case .throttled:
            AccessProblem(
                .throttled, "\(what) could not be read: the API server has too much to do", advice: "Look again later.")
        case .unknownContext:
            AccessProblem(
                .missingValue, "\(what) could not be read: kubectl has no context of the name in the plan",
                advice: "Add the context to the kubeconfig, or change its name in keyshift.yaml and plan again.")
        case .unknownType, .notFound:
            AccessProblem(
                .unavailable, "\(what) could not be read: the API server does not know its type",
                advice: "See kubectl api-resources; a custom type may have been removed, or its version.")
        case .failing, .unclear:
            AccessProblem(
                .unavailable, "\(what) could not be read: the API server cannot be reached, or failed",
                advice: "See whether it answers, with kubectl get --raw /readyz, then look again.")
        }
    }
}
