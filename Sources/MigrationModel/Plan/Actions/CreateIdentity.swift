/// Makes a role, Google service account or managed identity that exactly one set of ServiceAccounts may take.
public struct CreateIdentity: StepAction {
    /// The identity, by its id in the plan.
    public var identity: String
    /// The mechanism.
    public var mechanism: Mechanism
    /// Its name in the cloud.
    public var name: String
    /// The account, project or resource group that it is made in.
    public var account: String
    /// Who may take it: `system:serviceaccount:NAMESPACE:NAME`.
    public var subjects: [String]
    /// Whether nothing is made, and its subject is granted the permissions by its own name (Google).
    public var isPrincipal: Bool
    /// Whether the permissions are those of a role in another account, which this one may take.
    public var hasTarget: Bool

    /// Creates the action.
    public init(
        identity: String, mechanism: Mechanism, name: String, account: String, subjects: [String],
        isPrincipal: Bool = false, hasTarget: Bool = false
    ) {
        self.identity = identity
        self.mechanism = mechanism
        self.name = name
        self.account = account
        self.subjects = subjects
        self.isPrincipal = isPrincipal
        self.hasTarget = hasTarget
    }

    /// What it changes.
    public var summary: String {
        let who = subjects.joined(separator: ", ")
        return isPrincipal
            ? "Grant \(who) what it needs in \(account), by its own name."
            : "Make \(name) in \(account), which only \(who) may take."
    }
    /// Nothing uses it yet.
    public var undo: String? {
        if isPrincipal { return "Take the grants of \(subjects.joined(separator: ", ")) in \(account) back." }
        return "Delete \(name); nothing may use it when this is done."
    }
    /// What proves it done.
    public var verifications: [Verification] { [.trustExact, .permissionsAttached] }
    /// Two calls: an identity without permissions is a state that a step may break off in.
    public var changes: [WorldChange] {
        [.makeIdentity(identity)] + (hasTarget ? [] : [.grantPermissions(identity: identity)])
    }
    /// What its undo changes there.
    public var reversal: [WorldChange]? { [.deleteIdentity(identity)] }
}
