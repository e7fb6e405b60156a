/// Everything that a step can do: a closed set, one file per action in `Actions`.
public enum Action: Hashable, Sendable, Codable {
    case trustIssuer(TrustIssuer)
    case createIdentity(CreateIdentity)
    case createTargetRole(CreateTargetRole)
    case bindIdentity(BindIdentity)
    case createServiceAccount(CreateServiceAccount)
    case moveLiteral(MoveLiteral)
    case runCanary(RunCanary)
    case removeCanary(RemoveCanary)
    case changeWorkload(ChangeWorkload)
    case forgetRevisions(ForgetRevisions)
    case removeCarrier(RemoveCarrier)
    case deactivateKey(DeactivateKey)
    case deleteKey(DeleteKey)
    case deleteUser(DeleteUser)
    case removeCopy(RemoveCopy)

    /// The action itself.
    public var behaviour: any StepAction {
        switch self {
        case .trustIssuer(let action): action
        case .createIdentity(let action): action
        case .createTargetRole(let action): action
        case .bindIdentity(let action): action
        case .createServiceAccount(let action): action
        case .moveLiteral(let action): action
        case .runCanary(let action): action
        case .removeCanary(let action): action
        case .changeWorkload(let action): action
        case .forgetRevisions(let action): action
        case .removeCarrier(let action): action
        case .deactivateKey(let action): action
        case .deleteKey(let action): action
        case .deleteUser(let action): action
        case .removeCopy(let action): action
        }
    }

    /// What it does, in one sentence.
    public var summary: String { behaviour.summary }
    /// How it is undone, in one sentence; `nil` when it cannot be.
    public var undo: String? { behaviour.undo }
}

/// What every action says of itself.
public protocol StepAction: Hashable, Sendable, Codable {
    /// What it changes on which object, in one sentence.
    var summary: String { get }
    /// How it is undone, in one sentence; `nil` for a point of no return.
    var undo: String? { get }
    /// What proves it done.
    var verifications: [Verification] { get }
    /// What it changes in the world that a plan is proven against, call by call.
    var changes: [WorldChange] { get }
    /// What its undo changes, call by call; `nil` for a point of no return.
    var reversal: [WorldChange]? { get }
}
