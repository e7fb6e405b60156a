/// Makes a role in another account, which only the role of an identity may take.
///
/// See [role chaining](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles.html#iam-term-role-chaining), whose sessions
/// last one hour at most.
public struct CreateTargetRole: StepAction {
    /// The identity whose role takes it, by its id in the plan.
    public var identity: String
    /// The role.
    public var target: TargetRole

    /// Creates the action.
    public init(identity: String, target: TargetRole) {
        self.identity = identity
        self.target = target
    }

    /// What it changes.
    public var summary: String {
        "Make \(target.role) in \(target.account), which only the role of \(identity) may take."
    }
    /// Nothing uses it yet.
    public var undo: String? { "Delete \(target.role) in \(target.account); nothing may use it when this is done." }
    /// What proves it done.
    public var verifications: [Verification] { [.trustExact, .permissionsAttached] }
    /// The identity can do from now on what its services need.
    public var changes: [WorldChange] { [.grantPermissions(identity: identity)] }
    /// The identity itself stays until its own step is undone, and can do nothing.
    public var reversal: [WorldChange]? { [.revokePermissions(identity: identity)] }
}
