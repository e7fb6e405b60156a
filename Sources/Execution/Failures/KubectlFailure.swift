/// Why `kubectl` did not do what it was asked, as far as its own words tell.
struct KubectlFailure: Error {
    /// What the API server says, by the name of its reason, or what kubectl says.
    enum Reason: Hashable {
        /// The API server answered, with this reason: `NotFound`, `Invalid`, `Forbidden`.
        case server(String)
        /// kubectl could not be started.
        case missing
        /// It did not answer in time, or was stopped.
        case silent
        /// It printed more than is read.
        case tooLong
        /// The API server could not be reached, or what it said could not be read.
        case unreachable
        /// Nobody is logged in.
        case unauthenticated
        /// The kubeconfig has no context of the name in the plan.
        case unknownContext
        /// The API server does not know the type of the object, which is no word on whether there is one.
        case unknownType
        /// Anything else.
        case other
    }

    var reason: Reason
    /// What it printed; never shown as it is.
    var errors: String

    /// What went wrong; `nil` when nothing did.
    init?(_ answer: ProgramAnswer) {
        switch answer.ending {
        case .exited(0): return nil
        case .notStarted, .exited(126), .exited(127): reason = .missing
        case .overdue, .signaled: reason = .silent
        case .overlong: reason = .tooLong
        case .exited: reason = Self.reason(answer.errors)
        }
        errors = answer.errors
    }

    /// What was printed is no answer.
    init(unreadable: Void) {
        reason = .unreachable
        errors = ""
    }

    /// Whether the API server says that it may be another thing in a moment: nothing was done then.
    var passes: Bool {
        guard case .server(let name) = reason else { return false }
        return ["InternalError", "ServerTimeout", "Timeout", "ServiceUnavailable", "TooManyRequests"].contains(name)
    }

    /// Whether a question may be answered in a moment; a change may have been made although its answer was lost.
    var mayPassForQuestions: Bool { passes || reason == .unreachable }

    // MARK: Words

    /// Several types are asked for at once, each with a line of its own, and what is sent may be repeated before the last.
    private static func reason(_ errors: String) -> Reason {
        let lines = errors.split(whereSeparator: \.isNewline).reversed()
        for line in lines {
            if let reason = serverReason(line) { return reason }
        }
        for line in lines {
            if let sign = signs.first(where: { line.contains($0.words) }) { return sign.reason }
        }
        return .other
    }

    /// `Forbidden` in `Error from server (Forbidden): …`.
    private static func serverReason(_ line: Substring) -> Reason? {
        guard let start = line.firstRange(of: "Error from server") else { return nil }
        let rest = line[start.upperBound...]
        if rest.hasPrefix(": ") { return .server("InternalError") }
        guard rest.hasPrefix(" (") else { return nil }
        switch rest.dropFirst(2).prefix(while: { $0 != ")" }) {
        case "Unauthorized": return .unauthenticated
        case "NotFound" where !line.hasSuffix("\" not found"): return .unknownType
        case let name: return .server(String(name))
        }
    }

    private static let signs: [(words: String, reason: Reason)] = [
        ("You must be logged in to the server", .unauthenticated), ("getting credentials:", .unauthenticated),
        ("the server has asked for the client to provide credentials", .unauthenticated),
        ("doesn't have a resource type", .unknownType), ("no matches for kind", .unknownType),
        ("context was not found", .unknownContext), ("error: context ", .unknownContext),
        ("no context exists with the name", .unknownContext),
        // `The Deployment "api" is invalid: …` and what a patch of a drifted object is answered with.
        (" is invalid: ", .server("Invalid")), ("The request is invalid", .server("Invalid")),
        ("unable to handle the request", .server("ServiceUnavailable")),
        ("too many requests", .server("TooManyRequests")), ("Too many requests", .server("TooManyRequests")),
        ("Unable to connect to the server", .unreachable), ("The connection to the server", .unreachable),
        ("connection refused", .unreachable), ("was refused", .unreachable), ("connection reset", .unreachable),
        ("i/o timeout", .unreachable), ("Client.Timeout exceeded", .unreachable), ("no such host", .unreachable),
        ("TLS handshake timeout", .unreachable), ("EOF", .unreachable), ("http2:", .unreachable),
        ("context deadline exceeded", .unreachable),
    ]
}
