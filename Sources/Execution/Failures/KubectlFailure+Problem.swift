extension KubectlFailure {
    /// The problem to report.
    ///
    /// - Parameters:
    ///   - what: what was to be done, as the beginning of a sentence: `Deployment shop/api could not be changed`.
    ///   - cluster: how the plan names the cluster, or its context.
    /// - Returns: the problem, without anything that could be a secret.
    func problem(_ what: String, _ cluster: String) -> AccessProblem {
        let place = cluster.isEmpty ? "the cluster" : "the cluster \(cluster)"
        switch reason {
        case .missing:
            return AccessProblem(
                .programMissing, "\(what): kubectl was not found.",
                advice: "Install kubectl and run this again, or look at a dump with --observe.")
        case .silent:
            return AccessProblem(
                .unavailable, "\(what): kubectl got no answer in time.", advice: Self.afterSilence(place))
        case .unreachable:
            return AccessProblem(
                .unavailable, "\(what): the API server did not answer as it should.",
                advice: Self.afterSilence(place))
        case .tooLong:
            return AccessProblem(
                .unavailable, "\(what): the answer is larger than what is read from a program.",
                advice: "Look at a dump of \(place), with --observe.")
        case .unauthenticated:
            return AccessProblem(
                .unauthenticated, "\(what): the API server does not know who is asking.",
                advice: "Log in to \(place), then run this again.")
        case .unknownContext:
            return AccessProblem(
                .missingValue, "\(what): the kubeconfig has no context of the name that the plan has for \(place).",
                advice: "Add the context to the kubeconfig, or set `context` in keyshift.yaml and plan again.")
        case .unknownType:
            return AccessProblem(
                .unavailable, "\(what): the API server does not know its type.",
                advice: "See kubectl api-resources; a custom type may have been removed, or its version.")
        case .server(let name): return serverProblem(name, what, place)
        case .other:
            return AccessProblem(.refused, "\(what): \(said)", advice: "Mend that, then run this again.")
        }
    }

    private static func afterSilence(_ place: String) -> String {
        "See whether \(place) answers, then run this again: what was done is found out."
    }

    /// What kubectl said, without anything that could be a secret.
    private var said: String { SafeErrors.line(SafeErrors.first(of: errors)) }

    private func serverProblem(_ name: String, _ what: String, _ place: String) -> AccessProblem {
        switch name {
        case "Forbidden":
            return AccessProblem(
                .forbidden, "\(what): \(said)",
                advice: "Ask whoever runs \(place) for the right to, then run this again.")
        case "TooManyRequests":
            return AccessProblem(
                .throttled, "\(what): the API server has too much to do.", advice: "Run this again in a minute.")
        case "InternalError", "ServerTimeout", "Timeout", "ServiceUnavailable":
            return AccessProblem(
                .unavailable, "\(what): the API server failed (\(name)).",
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
