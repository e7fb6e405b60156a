public import MigrationModel
internal import StructuredText

extension DraftAcceptance {
    /// The acceptance of what a plan lets an identity do: of exactly these permissions, and no others.
    ///
    /// - Parameter identity: the identity.
    public init(of identity: PlannedIdentity) {
        var permissions = identity.permissions
        // Whether somebody accepted them in the configuration does not make them others.
        permissions.isAccepted = false
        let value = (try? StructuredEncoder.encode(permissions)) ?? .null
        self.init(identity: identity.id, sha256: SHA256Digest.hex(of: CanonicalJSON.text(for: value)))
    }
}
