/// Makes a ServiceAccount for one service that shared another, with everything that the other one carried.
public struct CreateServiceAccount: StepAction {
    /// The namespace.
    public var namespace: String
    /// The new ServiceAccount.
    public var name: String
    /// The one that Pods run as so far.
    public var former: String
    /// RoleBindings and ClusterRoleBindings that name the former one, and have to name the new one as well.
    public var bindings: [String]
    /// Its `imagePullSecrets`.
    public var pullSecrets: [String]
    /// Its `automountServiceAccountToken`.
    public var mountsToken: Bool?

    /// Creates the action.
    public init(
        namespace: String, name: String, former: String, bindings: [String] = [], pullSecrets: [String] = [],
        mountsToken: Bool? = nil
    ) {
        self.namespace = namespace
        self.name = name
        self.former = former
        self.bindings = bindings
        self.pullSecrets = pullSecrets
        self.mountsToken = mountsToken
    }

    /// What it changes.
    public var summary: String {
        "Make the ServiceAccount \(namespace)/\(name) with what \(former) carries; no Pod uses it yet."
    }
    /// Nothing uses it yet.
    public var undo: String? { "Delete the ServiceAccount \(namespace)/\(name) and its bindings." }
    /// What proves it done.
    public var verifications: [Verification] { [.identityBound] }
    /// What it changes in the world of the proof.
    public var changes: [WorldChange] { [.makeAccount(namespace: namespace, name: name)] }
    /// What its undo changes there.
    public var reversal: [WorldChange]? { [.deleteAccount(namespace: namespace, name: name)] }
}
