/// A ServiceAccount as far as it decides about identities.
public struct ServiceAccountFacts: Hashable, Sendable {
    /// The input that it was read from.
    public var input: String
    /// Its identity, labels, annotations and owners.
    public var object: ObjectDescription
    /// When anybody last changed it, RFC 3339, from `metadata.managedFields`; its creation where that is missing.
    public var lastChange: String?
    /// `secrets`: Secrets that its Pods may mount, and legacy tokens.
    public var secrets: [String]
    /// `imagePullSecrets`, which every Pod without its own receives.
    public var pullSecrets: [String]
    /// `automountServiceAccountToken`; `nil` means yes.
    public var mountsToken: Bool?

    /// Creates facts from their parts.
    public init(
        input: String = "", object: ObjectDescription, lastChange: String? = nil, secrets: [String] = [],
        pullSecrets: [String] = [], mountsToken: Bool? = nil
    ) {
        self.input = input
        self.object = object
        self.lastChange = lastChange
        self.secrets = secrets
        self.pullSecrets = pullSecrets
        self.mountsToken = mountsToken
    }
}
