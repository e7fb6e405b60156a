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
        switch key.identity.kind {
        case .awsAccessKey, .googleServiceAccountKey, .azureClientSecret: return nil
        case .awsTemporaryKey: return (.refresher, "it is temporary: something puts a new one there")
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
