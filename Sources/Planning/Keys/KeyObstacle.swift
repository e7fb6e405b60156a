import MigrationModel

/// Why a key cannot be replaced by a federated identity, whoever receives it.
///
/// A service keeps such a key: to take it away would be an outage, or set off an alarm.
enum KeyObstacle {
    /// What becomes of the key instead, and why; `nil` for a key that can be replaced.
    static func obstacle(of key: StaticKey) -> (fate: PlannedKey.Fate, reason: String)? {
        if key.nature == .bait {
            return (.bait, "it belongs to a canary-token service, and any use of it raises an alarm")
        }
        if case .thirdParty(let host) = key.nature {
            return (.secretStore, "it is for \(host), which no federation reaches")
        }
        if let allowed = key.allowed { return (.exempt, "\(allowed.reason) (until \(allowed.expires))") }
        if key.isOfRoot { return (.escalate, "it is a key of the account's root user, which may do everything") }
        if MailCredentials.holds(key) {
            return (
                .secretStore,
                "it is the user name of an SMTP login of Amazon SES, which no role has: send by the API of SES instead, or keep a user that may only send"
            )
        }
        switch key.identity.kind {
        case .awsAccessKey, .googleServiceAccountKey, .azureClientSecret: return nil
        case .awsTemporaryKey:
            let managers = Set(key.carriers.flatMap(\.managers).map(\.program)).sorted()
            return (
                .refresher,
                managers.isEmpty
                    ? "it is temporary: something puts a new one there"
                    : "it is temporary, and \(managers.joined(separator: ", ")) puts a new one there"
            )
        case .googleHMACKey:
            return (
                .secretStore, "programs that sign with an HMAC key have to be changed before they can use an identity"
            )
        case .azureStorageAccountKey:
            return (
                .secretStore,
                "programs that use a storage account key have to be changed, and need a data role, before they can use an identity"
            )
        }
    }
}

extension StaticKey {
    /// Whether what stands beside it says that it is of a root user, by its ARN or as credential reports call it.
    fileprivate var isOfRoot: Bool {
        guard identity.kind == .awsAccessKey, let principal = identity.principal else { return false }
        return principal == "root" || principal == "<root_account>" || principal.hasSuffix(":root")
    }
}
