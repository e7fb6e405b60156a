/// Why the command line of a cloud did not do what it was asked, as far as its own words tell.
struct CloudFailure: Error {
    /// The program: `aws`, `gcloud`, `az` or `kubectl`.
    var program: String
    /// The code that the cloud gave: `NoSuchEntity`, `NOT_FOUND`, `ResourceNotFound`; empty where there is none.
    var code: String
    /// What kind of a problem it is.
    var kind: AccessProblem.Code
    /// What it printed; never shown as it is.
    var errors: String

    /// What went wrong; `nil` when nothing did.
    init?(_ answer: ProgramAnswer, _ program: String) {
        self.program = program
        errors = answer.errors
        switch answer.ending {
        case .exited(0): return nil
        case .notStarted, .exited(126), .exited(127): (code, kind) = ("", .programMissing)
        case .overdue, .overlong, .signaled: (code, kind) = ("", .unavailable)
        case .exited:
            code = Self.code(answer.errors, program)
            kind = Self.kind(code, answer.errors)
        }
    }

    /// What was printed is no answer.
    init(unreadable program: String) {
        self.program = program
        (code, kind, errors) = ("", .unavailable, "")
    }

    /// Whether it may be another thing in a moment: too many requests, or a cloud that is not well.
    var passes: Bool { kind == .throttled || kind == .unavailable && !code.isEmpty }

    // MARK: Codes

    private static func code(_ errors: String, _ program: String) -> String {
        switch program {
        case "aws": between(errors, "An error occurred (", ")") ?? ""
        case "gcloud": google(errors)
        case "az": azure(errors)
        default: between(errors, "Error from server (", ")") ?? ""
        }
    }

    private static func between(_ text: String, _ start: String, _ end: Character) -> String? {
        guard let range = text.firstRange(of: start) else { return nil }
        let code = text[range.upperBound...].prefix { $0 != end && !$0.isNewline }
        return code.utf8.count < 100 ? String(code) : nil
    }

    /// gcloud prints the code of the API before its message, or a sentence that stands for it, see
    /// [error codes](https://cloud.google.com/apis/design/errors#handling_errors).
    private static func google(_ errors: String) -> String {
        let codes = [
            "ALREADY_EXISTS", "NOT_FOUND", "PERMISSION_DENIED", "UNAUTHENTICATED", "RESOURCE_EXHAUSTED", "UNAVAILABLE",
            "INTERNAL", "FAILED_PRECONDITION", "INVALID_ARGUMENT", "ABORTED", "DEADLINE_EXCEEDED",
        ]
        if let code = codes.first(where: { errors.contains($0 + ":") }) { return code }
        let sentences = [
            ("is the subject of a conflict", "ALREADY_EXISTS"), ("already exists", "ALREADY_EXISTS"),
            ("HTTPError 404", "NOT_FOUND"), ("not found", "NOT_FOUND"), ("does not exist", "NOT_FOUND"),
            ("HTTPError 403", "PERMISSION_DENIED"), ("HTTPError 429", "RESOURCE_EXHAUSTED"),
            ("HTTPError 503", "UNAVAILABLE"), ("HTTPError 500", "INTERNAL"),
            ("Reauthentication", "UNAUTHENTICATED"), ("You do not currently have an active account", "UNAUTHENTICATED"),
            ("There was a problem refreshing your current auth tokens", "UNAUTHENTICATED"),
        ]
        return sentences.first { errors.contains($0.0) }?.1 ?? ""
    }

    /// `ERROR: (ResourceNotFound) The Resource …`; Microsoft Graph says it in a sentence.
    private static func azure(_ errors: String) -> String {
        if let code = between(errors, "ERROR: (", ")") ?? between(errors, "Code: ", "\n") { return code }
        let sentences = [
            ("does not exist or one of its queried reference-property objects are not present", "ResourceNotFound"),
            ("Please run 'az login'", "Unauthenticated"), ("AADSTS", "Unauthenticated"),
            ("Insufficient privileges", "AuthorizationFailed"),
        ]
        return sentences.first { errors.contains($0.0) }?.1 ?? ""
    }

    // MARK: Kinds

    /// See [errors of AWS](https://docs.aws.amazon.com/IAM/latest/APIReference/CommonErrors.html).
    private static let kinds: [(kind: AccessProblem.Code, codes: Set<String>)] = [
        (
            .throttled,
            [
                "Throttling", "ThrottlingException", "ThrottledException", "RequestLimitExceeded", "TooManyRequests",
                "TooManyRequestsException", "RequestThrottled", "RequestThrottledException", "SlowDown", "429",
                "BandwidthLimitExceeded", "PriorRequestNotComplete", "RESOURCE_EXHAUSTED",
            ]
        ),
        (
            .unavailable,
            [
                "InternalFailure", "InternalError", "InternalServerError", "InternalServiceError", "ServiceFailure",
                "ServiceUnavailable", "ServiceUnavailableException", "ServerException", "RequestTimeout",
                "RequestTimeoutException", "500", "502", "503", "504", "UNAVAILABLE", "INTERNAL", "ABORTED",
                "DEADLINE_EXCEEDED", "GatewayTimeout",
            ]
        ),
        (
            .unauthenticated,
            [
                "ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId", "UnrecognizedClientException",
                "SignatureDoesNotMatch", "InvalidSignatureException", "IncompleteSignature", "AuthFailure",
                "MissingAuthenticationToken", "RequestExpired", "UNAUTHENTICATED", "Unauthenticated", "Unauthorized",
                "ExpiredAuthenticationToken", "InvalidAuthenticationToken",
            ]
        ),
        (
            .forbidden,
            [
                "AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "PERMISSION_DENIED",
                "AuthorizationFailed", "Forbidden", "Authorization_RequestDenied",
            ]
        ),
    ]

    private static func kind(_ code: String, _ errors: String) -> AccessProblem.Code {
        if let found = kinds.first(where: { $0.codes.contains(code) }) { return found.kind }
        let sentences: [(String, AccessProblem.Code)] = [
            ("Unable to locate credentials", .unauthenticated), ("The config profile", .unauthenticated),
            ("Error when retrieving token from sso", .unauthenticated), ("Token has expired", .unauthenticated),
            ("SSO session associated with this profile", .unauthenticated),
            ("Could not connect to the endpoint URL", .unavailable), ("Connection was closed", .unavailable),
            ("Connect timeout on endpoint URL", .unavailable), ("Read timeout on endpoint URL", .unavailable),
            ("Unable to parse response", .unavailable), ("Connection aborted", .unavailable),
            ("Unable to connect to the server", .unavailable), ("connection refused", .unavailable),
            ("Max retries exceeded", .unavailable),
        ]
        return sentences.first { errors.contains($0.0) }?.1 ?? .refused
    }
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
                advice: "Log in with \(program), then run this again.")
        case .forbidden:
            return AccessProblem(
                kind, "\(what): the credentials of \(program) may not do it (\(said)).",
                advice: "Use credentials that may, or have somebody else run it.")
        default:
            return AccessProblem(kind, "\(what): \(said)", advice: "Mend that, then run this again.")
        }
    }
}
