import MigrationModel

extension KubectlComplaint {
    /// The problem to report.
    ///
    /// - Parameters:
    ///   - cluster: how reports name the cluster.
    ///   - loss: what was not scanned because of it, such as `secrets were not scanned`.
    ///   - resource: what was asked for, as `kubectl get` takes it.
    /// - Returns: the problem, with what to do next.
    func problem(cluster: String, loss: String, resource: String) -> Problem {
        let advice = advice(cluster: cluster, resource: resource)
        return Problem(code, input: cluster, message: "\(loss): \(reason)", advice: advice)
    }

    private var code: ProblemCode {
        switch self {
        case .missing: .kubectlMissing
        case .forbidden: .forbidden
        case .silent, .unauthenticated, .expired, .notFound, .failed: .unavailable
        }
    }

    private var reason: String {
        switch self {
        case .missing: "kubectl was not found or cannot be executed"
        case .silent: "kubectl got no answer and was stopped"
        case .forbidden(let text), .unauthenticated(let text), .failed(let text): text
        case .expired: "the list changed faster than it could be read"
        case .notFound: "the server does not have it"
        }
    }

    private func advice(cluster: String, resource: String) -> String {
        switch self {
        case .missing: "Install kubectl, or scan a dump: kubectl get \(resource) -A -o json > dump.json"
        case .forbidden: "Ask for the right to list \(resource), or scan the namespaces you may read with -n."
        case .unauthenticated: "Log in to \(cluster), check with kubectl auth can-i list secrets, then scan again."
        case .expired: "Scan again when fewer objects change, or one namespace at a time with -n."
        case .silent, .notFound, .failed: "Check with kubectl get \(resource), then scan again."
        }
    }
}
