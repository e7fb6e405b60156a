/// What identifies a static key and is known of it from the key alone, offline.
public struct KeyIdentity: Hashable, Sendable, Encodable {
    /// The public id (`AKIA…`, a Google `private_key_id`, `GOOG…`) or a fingerprint; never any part of a secret.
    ///
    /// A key of which nothing is public has a fingerprint, such as `azure-client-secret:3f9ac20d11b87e52`.
    public var id: String
    /// What sort of key it is.
    public var kind: KeyKind
    /// The AWS account that owns the key, 12 digits; `nil` when the id does not tell.
    public var account: String?
    /// Whom the key belongs to as far as its surroundings say: a service account's e-mail, an application (client) id,
    /// a storage account name.
    public var principal: String?

    /// Creates an identity from its parts.
    public init(id: String, kind: KeyKind, account: String? = nil, principal: String? = nil) {
        self.id = id
        self.kind = kind
        self.account = account
        self.principal = principal
    }
}
