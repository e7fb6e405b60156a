/// Gives a ServiceAccount its identity: an annotation, an association, a grant.
///
/// No running service changes by it: where an SDK would take the identity before the key, or a Pod has another one, services get
/// a ServiceAccount of their own, which no Pod has before the shift.
public struct BindIdentity: StepAction {
    /// The identity, by its id in the plan.
    public var identity: String
    /// The mechanism, which decides what the binding is.
    public var mechanism: Mechanism
    /// The namespace.
    public var namespace: String
    /// The ServiceAccount.
    public var serviceAccount: String
    /// Whether the cloud knows the ServiceAccount by its own name, so that an annotation would only be in the way (Google).
    public var isPrincipal: Bool

    /// Creates the action.
    public init(
        identity: String, mechanism: Mechanism, namespace: String, serviceAccount: String, isPrincipal: Bool = false
    ) {
        self.identity = identity
        self.mechanism = mechanism
        self.namespace = namespace
        self.serviceAccount = serviceAccount
        self.isPrincipal = isPrincipal
    }

    private var place: String { "\(namespace)/\(serviceAccount)" }

    /// What it changes.
    public var summary: String {
        switch mechanism {
        case .irsa: "Annotate the ServiceAccount \(place) with its role."
        case .eksPodIdentity: "Associate the ServiceAccount \(place) with its role."
        case .gkeWorkloadIdentity where isPrincipal:
            "See that the ServiceAccount \(place) has no annotation of a Google service account: it acts as itself."
        case .gkeWorkloadIdentity: "Let the ServiceAccount \(place) act as its Google service account, and annotate it."
        case .aksWorkloadIdentity: "Give the managed identity a federated credential for \(place), and annotate it."
        }
    }
    /// The binding is taken back; Pods that were created meanwhile keep what they got until they are created anew.
    public var undo: String? { "Take the binding of \(place) back, then create its Pods anew if any got it." }
    /// What proves it done.
    public var verifications: [Verification] { [.identityBound] }
    /// What it changes in the world of the proof.
    public var changes: [WorldChange] {
        [.bind(namespace: namespace, account: serviceAccount, identity: identity)]
    }
    /// What its undo changes there.
    public var reversal: [WorldChange]? {
        [.unbind(namespace: namespace, account: serviceAccount, identity: identity)]
    }
}
