/// What the errors of clouds mean for whoever asked.
enum CloudErrorKind {
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
                "InternalFailure", "InternalError", "InternalServerError", "InternalServerException",
                "InternalServiceError", "ServiceFailure", "ServiceUnavailable", "ServiceUnavailableException",
                "ServerException", "RequestTimeout",
                "RequestTimeoutException", "500", "502", "503", "504", "UNAVAILABLE", "INTERNAL", "ABORTED",
                "DEADLINE_EXCEEDED", "GatewayTimeout", "BadGateway",
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

    /// What kind of a problem an error is.
    ///
    /// - Parameters:
    ///   - code: the code that the cloud gave; empty where there is none.
    ///   - errors: what was printed.
    /// - Returns: the kind; `refused` for what nothing else is known of.
    static func kind(of code: String, in errors: String) -> AccessProblem.Code {
        if let found = kinds.first(where: { $0.codes.contains(code) }) { return found.kind }
        let sentences: [(String, AccessProblem.Code)] = [
            ("Unable to locate credentials", .unauthenticated), ("The config profile", .unauthenticated),
            ("Error when retrieving token from sso", .unauthenticated), ("has expired", .unauthenticated),
            ("Error loading SSO Token", .unauthenticated), ("Partial credentials", .unauthenticated),
            ("SSO session associated with this profile", .unauthenticated), ("Rate exceeded", .throttled),
            ("Could not connect to the endpoint URL", .unavailable), ("Connection was closed", .unavailable),
            ("Connect timeout", .unavailable), ("Read timeout", .unavailable), ("Connection reset", .unavailable),
            ("Unable to parse response", .unavailable), ("Connection aborted", .unavailable),
            ("Unable to connect", .unavailable), ("connection refused", .unavailable),
            ("Max retries exceeded", .unavailable), ("Failed to establish a new", .unavailable),
        ]
        return sentences.first { errors.contains($0.0) }?.1 ?? .refused
    }
}
