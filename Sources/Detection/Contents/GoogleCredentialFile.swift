import StructuredText

/// Recognises the JSON files in which Google's libraries find credentials.
///
/// See [Application Default Credentials](https://cloud.google.com/docs/authentication/application-default-credentials); a file of
/// another type is an error for them, and none of Google's for us.
enum GoogleCredentialFile {
    private static let types: Set<String> = [
        "authorized_user", "external_account", "external_account_authorized_user", "gdch_service_account",
        "impersonated_service_account", "service_account",
    ]

    /// The `type` of a credential file; `nil` for anything else.
    static func type(of text: Span<UInt8>) -> String? {
        guard let first = text.trimmed.first, text[first] == UInt8(ascii: "{") else { return nil }
        let visitor = TypeVisitor()
        var reader = JSONReader()
        do throws(SyntaxProblem) { try reader.read(text, into: visitor) } catch { return nil }
        return visitor.type.flatMap { types.contains($0) ? $0 : nil }
    }
}

/// Takes the member `type` of a JSON object.
private final class TypeVisitor: DocumentVisitor {
    private(set) var type: String?
    private var depth = 0
    private var isAtType = false

    func beginMapping(at offset: Int) { depth += 1 }

    func beginSequence(at offset: Int) { depth += 1 }

    func endCollection() { depth -= 1 }

    func key(_ text: Span<UInt8>, at offset: Int) {
        isAtType = depth == 1 && text.count == 4 && text.has("type", at: 0)
    }

    func scalar(_ text: Span<UInt8>, quoted: Bool, at offset: Int) {
        if isAtType, depth == 1, quoted, text.count <= 64 { type = String(copying: text) }
    }

    func duplicateKey(_ text: Span<UInt8>, at offset: Int) {}
}
