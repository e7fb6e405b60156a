/// What an identity of a plan has to look like in its cloud and in its cluster, for whoever looks whether it does.
public struct IdentityDocuments: Hashable, Sendable {
    /// A policy of a role.
    public struct Policy: Hashable, Sendable {
        /// Its name; for a managed one the last part of its ARN.
        public var name: String
        /// The ARN of a managed one; empty for an inline one.
        public var arn: String
        /// The document as a JSON text; empty for one that existed before the plan.
        public var document: String

        /// Creates a policy.
        public init(name: String, arn: String = "", document: String = "") {
            self.name = name
            self.arn = arn
            self.document = document
        }
    }

    /// The identity.
    public var identity: PlannedIdentity
    /// How the cloud names it: the ARN of a role, the e-mail of a Google service account, the name of a managed identity.
    public var principal: String
    /// The ARN of the OIDC provider that its trust relies on; empty where it relies on none.
    public var issuerProvider: String
    /// The trust policy of an AWS role as a JSON text; empty for other clouds.
    public var trust: String
    /// What the role has of permissions; of an identity with a target, that it may take it.
    public var policies: [Policy]
    /// The permissions boundary; empty for none.
    public var boundary: String
    /// The name of the annotation that the ServiceAccount has to have; `nil` where it needs none.
    public var annotationName: String?
    /// The value of the annotation; empty where only the cloud knows it.
    public var annotationValue: String
    /// The subject of its tokens, `system:serviceaccount:NAMESPACE:NAME`; for Google the member of the grant.
    public var subject: String
    /// The role in another account that it takes; `nil` for none.
    public var target: Target?

    /// A role that another role takes.
    public struct Target: Hashable, Sendable {
        /// Its ARN.
        public var principal: String
        /// Its trust policy as a JSON text.
        public var trust: String
        /// Its permissions.
        public var policies: [Policy]

        /// Creates a target.
        public init(principal: String, trust: String, policies: [Policy]) {
            self.principal = principal
            self.trust = trust
            self.policies = policies
        }
    }

    /// Creates documents from their parts.
    public init(
        identity: PlannedIdentity, principal: String, issuerProvider: String = "", trust: String = "",
        policies: [Policy] = [], boundary: String = "", annotationName: String? = nil, annotationValue: String = "",
        subject: String = "", target: Target? = nil
    ) {
        self.identity = identity
        self.principal = principal
        self.issuerProvider = issuerProvider
        self.trust = trust
        self.policies = policies
        self.boundary = boundary
        self.annotationName = annotationName
        self.annotationValue = annotationValue
        self.subject = subject
        self.target = target
    }
}
