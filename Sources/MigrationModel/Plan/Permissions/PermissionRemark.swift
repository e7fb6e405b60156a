/// Something about the permissions of an identity that a reviewer has to know.
public struct PermissionRemark: Hashable, Sendable, Codable {
    /// What a remark is about.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// More is allowed than any service can need.
        case broad
        /// A variable or a condition speaks of a user, and a role is none.
        case userBound = "user-bound"
        /// Statements, or parts of them, were left out, since nothing shows that the service uses them.
        case cut
        /// It allows what the user of the key did not have.
        case exceeds
        /// It does not fit into a quota.
        case tooLarge = "too-large"
        /// It was laid out otherwise than it was given, so that it fits.
        case divided
        /// What the user may do is not all known.
        case incomplete
        /// Whose key it is was inferred.
        case assumedOwner = "assumed-owner"
        /// A draft leaves something open.
        case open
        /// Something else than permissions decides, such as a network.
        case condition

        /// Whether a person has to agree before a service depends on it.
        public var needsConsent: Bool {
            switch self {
            case .broad, .userBound, .cut, .exceeds, .tooLarge, .incomplete, .assumedOwner: true
            case .divided, .open, .condition: false
            }
        }
    }

    /// What it is about.
    public var kind: Kind
    /// What is the case and what to do, in one or two sentences.
    public var text: String

    /// Creates a remark.
    public init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}
