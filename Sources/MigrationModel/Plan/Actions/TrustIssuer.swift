/// Makes a cloud trust the tokens that a cluster issues.
public struct TrustIssuer: StepAction {
    /// The cluster.
    public var cluster: String
    /// The account or project that shall trust it.
    public var account: String
    /// The issuer, `https://…`.
    public var issuer: String

    /// Creates the action.
    public init(cluster: String, account: String, issuer: String) {
        self.cluster = cluster
        self.account = account
        self.issuer = issuer
    }

    /// What it changes.
    public var summary: String { "Make account \(account) trust the tokens of cluster \(cluster) (\(issuer))." }
    /// The provider is removed as long as no role relies on it.
    public var undo: String? { "Remove the OIDC provider from account \(account), if no other role names it." }
    /// What proves it done.
    public var verifications: [Verification] { [.issuerTrusted] }
    /// What it changes in the world of the proof.
    public var changes: [WorldChange] { [.trustIssuer(account: account)] }
    /// What its undo changes there.
    public var reversal: [WorldChange]? { [.distrustIssuer(account: account)] }
}
