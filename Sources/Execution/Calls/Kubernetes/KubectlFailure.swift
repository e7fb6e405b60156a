/// Why `kubectl` did not do what it was asked, as far as its own words tell.
struct KubectlFailure: Error {
    /// What the API server says, by the name of its reason, or what kubectl says.
    enum Reason: Hashable {
        /// The API server answered, with this reason: `NotFound`, `Invalid`, `Forbidden`.
        case server(String)
        /// kubectl could not be started.
        case missing
        /// It did not answer in time, or was cut short.
        case cutShort
        /// The API server could not be reached, or what it said could not be read.
        case unreachable
        /// Nobody is logged in.
        case unauthenticated
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
        case .overdue, .overlong, .signaled: reason = .cutShort
        case .exited: reason = Self.reason(answer.errors)
        }
        errors = answer.errors
    }

    /// What was printed is no answer.
    init(unreadable: Void) {
        reason = .unreachable
        errors = ""
    }

    /// Whether it may be another thing in a moment.
    var passes: Bool {
        guard case .server(let name) = reason else { return false }
        return ["InternalError", "ServerTimeout", "Timeout", "ServiceUnavailable", "TooManyRequests"].contains(name)
    }

    private static func reason(_ errors: String) -> Reason {
        if let name = serverReason(errors) { return name == "Unauthorized" ? .unauthenticated : .server(name) }
        if errors.contains("You must be logged in to the server") || errors.contains("getting credentials:") {
            return .unauthenticated
        }
        if errors.contains("the server has asked for the client to provide credentials") { return .unauthenticated }
        // `The Deployment "api" is invalid: …` and what a patch of a drifted object is answered with.
        if errors.contains(" is invalid: ") || errors.contains("The request is invalid") { return .server("Invalid") }
        let unreachable = [
            "Unable to connect to the server", "The connection to the server", "connection refused", "i/o timeout",
            "no such host", "TLS handshake timeout", "EOF", "context deadline exceeded", "http2:",
        ]
        return unreachable.contains { errors.contains($0) } ? .unreachable : .other
    }

    /// `Forbidden` in `Error from server (Forbidden): …`.
    private static func serverReason(_ errors: String) -> String? {
        guard let start = errors.firstRange(of: "Error from server (") else {
            return errors.contains("Error from server: ") ? "InternalError" : nil
        }
        return String(errors[start.upperBound...].prefix { $0 != ")" })
    }
}

extension KubectlFailure {
    /// The problem to report.
    ///
    /// - Parameters:
    ///   - what: what was to be done, as the beginning of a sentence: `Deployment shop/api could not be changed`.
    ///   - cluster: how the plan names the cluster.
    /// - Returns: the problem, without anything that could be a secret.
    func problem(_ what: String, _ cluster: String) -> AccessProblem {
        switch reason {
        case .missing:
            AccessProblem(
                .programMissing, "\(what): kubectl was not found.", advice: "Install kubectl, and run this again.")
        case .cutShort:
            AccessProblem(
                .unavailable, "\(what): kubectl got no answer in time.",
                advice: "See whether the cluster \(cluster) answers, then run this again: what was done is found out.")
        case .unreachable:
            AccessProblem(
                .unavailable, "\(what): the API server did not answer as it should.",
                advice: "See whether the cluster \(cluster) answers, then run this again: what was done is found out.")
        case .unauthenticated:
            AccessProblem(
                .unauthenticated, "\(what): the API server does not know who is asking.",
                advice: "Log in to the cluster \(cluster), then run this again.")
        case .server(let name): serverProblem(name, what, cluster)
        case .other:
            AccessProblem(
                .refused, "\(what): \(SafeErrors.line(SafeErrors.first(of: errors)))",
                advice: "Mend that, then run this again.")
        }
    }

    private func serverProblem(_ name: String, _ what: String, _ cluster: String) -> AccessProblem {
        let said = SafeErrors.line(SafeErrors.first(of: errors))
        switch name {
        case "Forbidden":
            return AccessProblem(
                .forbidden, "\(what): \(said)", advice: "Ask whoever runs the cluster \(cluster) for the right to.")
        case "TooManyRequests":
            return AccessProblem(
                .throttled, "\(what): the API server has too much to do.", advice: "Run this again in a minute.")
        case "InternalError", "ServerTimeout", "Timeout", "ServiceUnavailable":
            return AccessProblem(
                .unavailable, "\(what): the API server failed (\(SafeErrors.line(name))).",
                advice: "Run this again when it is well: what was done is found out.")
        case "AlreadyExists":
            return AccessProblem(
                .conflict, "\(what): there is another one of this name.",
                advice: "See whose it is; delete or rename it, then run this again.")
        case "Conflict":
            return AccessProblem(
                .unavailable, "\(what): somebody else has changed it at the same moment.", advice: "Run this again.")
        case "Invalid":
            let fields = SafeErrors.invalidFields(in: errors)
            return AccessProblem(
                .refused,
                "\(what): the API server would not take it"
                    + (fields.isEmpty ? "." : " (" + fields.joined(separator: ", ") + ")."),
                advice: "Compare the object with the plan, then plan again from a fresh dump: keyshift plan --revise")
        default: return AccessProblem(.refused, "\(what): \(said)", advice: "Mend that, then run this again.")
        }
    }
}
