/// Why kubectl did not answer a request, as far as its own words tell.
enum KubectlComplaint: Hashable {
    /// There is no kubectl.
    case missing
    /// It said nothing for too long.
    case silent
    /// RBAC forbids the request.
    case forbidden(String)
    /// The server does not know who is asking.
    case unauthenticated(String)
    /// The continue token is too old, or the objects changed too much meanwhile (HTTP 410).
    case expired
    /// What was asked for does not exist (any more).
    case notFound
    /// Anything else: the server cannot be reached, fails, or the configuration is wrong.
    case failed(String)

    /// What the end of a run complains about; `nil` when it succeeded or nobody wanted its answer.
    init?(_ ending: ProgramRun.Ending) {
        switch ending.status {
        case .exited(0), .abandoned: return nil
        case .notStarted, .exited(126), .exited(127): self = .missing
        case .silent: self = .silent
        case .exited(let status): self.init(errors: ending.log.errors, status: "exit status \(status)")
        case .signaled(let signal): self.init(errors: ending.log.errors, status: "signal \(signal)")
        }
    }

    private init(errors: [String], status: String) {
        let last = errors.last ?? ""
        if let reason = Self.serverReason(in: last) {
            switch reason {
            case "Forbidden": self = .forbidden(Self.withoutPrefix(last))
            case "Unauthorized": self = .unauthenticated(Self.withoutPrefix(last))
            case "Expired", "Gone": self = .expired
            case "NotFound": self = .notFound
            default: self = .failed(last)
            }
        } else if last.contains("You must be logged in to the server") {
            self = .unauthenticated(Self.withoutPrefix(last))
        } else {
            self = .failed(last.isEmpty ? "kubectl ended with \(status) and no error of its own" : last)
        }
    }

    /// `Forbidden` in `Error from server (Forbidden): …`: the reason of the server's Status object.
    private static func serverReason(in line: String) -> Substring? {
        let beginning = "Error from server ("
        guard line.hasPrefix(beginning) else { return nil }
        return line.dropFirst(beginning.count).prefix { $0 != ")" }
    }

    private static func withoutPrefix(_ line: String) -> String {
        guard let colon = line.firstIndex(of: ":") else { return line }
        return String(line[line.index(after: colon)...].drop { $0 == " " })
    }
}
