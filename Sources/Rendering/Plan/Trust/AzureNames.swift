import MigrationModel

/// How Azure spells what a plan names.
enum AzureNames {
    /// The name of the federated credential, 3 to 120 characters, beginning with a letter or digit.
    static func credential(_ identity: PlannedIdentity) -> String {
        "keyshift-" + SafePath.digest(identity.id)
    }

    /// The subject of the token.
    static func subject(_ identity: PlannedIdentity) -> String {
        "system:serviceaccount:\(identity.namespace):\(identity.serviceAccount)"
    }
}
