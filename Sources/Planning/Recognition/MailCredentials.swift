import MigrationModel

/// Recognises SMTP credentials of Amazon SES: a user's key id beside a password that was derived from its secret half.
///
/// See [SMTP credentials](https://docs.aws.amazon.com/ses/latest/dg/smtp-credentials.html): they cannot be temporary.
enum MailCredentials {
    private static let words = ["smtp", "mail_", "mail.", "email_", "mailer"]

    /// Whether every place of a key is named for mail, and none by an SDK's name.
    static func holds(_ key: StaticKey) -> Bool {
        guard key.identity.kind == .awsAccessKey, !key.sightings.isEmpty else { return false }
        return key.sightings.allSatisfy { sighting in
            let fields = sighting.place.path.fieldNames
            guard let last = fields.last, !StaticCredentialVariables.all.contains(last) else { return false }
            return fields.contains { field in words.contains { field.lowercased().contains($0) } }
        }
    }
}

extension ValuePath {
    /// The fields on the way, without positions and decodings.
    var fieldNames: [String] {
        steps.compactMap { step in
            if case .field(let name) = step { name } else { nil }
        }
    }
}
