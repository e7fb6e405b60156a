/// The codes that clouds give to errors, read from what their command lines print.
enum CloudErrorCode {
    /// What stands for "there is no such thing".
    static let absences: Set<String> = [
        "NoSuchEntity", "NoSuchEntityException", "ResourceNotFoundException", "NotFoundException", "NOT_FOUND",
        "ResourceNotFound", "ResourceGroupNotFound", "Request_ResourceNotFound",
    ]

    /// The code in what a program printed as errors.
    ///
    /// - Parameters:
    ///   - errors: what it printed.
    ///   - program: `aws`, `gcloud`, `az` or `kubectl`.
    /// - Returns: the code; empty where there is none.
    static func code(in errors: String, of program: String) -> String {
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
            ("HTTPError 404", "NOT_FOUND"), ("Unknown service account", "NOT_FOUND"),
            ("HTTPError 403", "PERMISSION_DENIED"), ("does not have permission", "PERMISSION_DENIED"),
            ("HTTPError 429", "RESOURCE_EXHAUSTED"), ("RATE_LIMIT_EXCEEDED", "RESOURCE_EXHAUSTED"),
            ("Quota exceeded", "RESOURCE_EXHAUSTED"), ("HTTPError 5", "UNAVAILABLE"),
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
            ("az login", "Unauthenticated"), ("AADSTS", "Unauthenticated"),
            ("Insufficient privileges", "AuthorizationFailed"),
        ]
        return sentences.first { errors.contains($0.0) }?.1 ?? ""
    }
}
