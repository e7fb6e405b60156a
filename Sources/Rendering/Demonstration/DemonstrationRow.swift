public import MigrationModel

/// What was done to one service or key in one phase on one day.
public struct DemonstrationRow: Hashable, Sendable {
    /// One step.
    public struct Deed: Hashable, Sendable {
        /// What it does, in a word or two.
        public var words: String
        /// Whether it was carried out and proven.
        public var isDone: Bool

        /// Creates a deed.
        public init(_ words: String, isDone: Bool) {
            self.words = words
            self.isDone = isDone
        }
    }

    /// The day, from 0.
    public var day: Int
    /// The phase.
    public var phase: Phase
    /// The name of the service, the carrier or the key.
    public var subject: String
    /// The steps, in order.
    public var deeds: [Deed] = []
    /// What has to be said besides, in sentences.
    public var remarks: [String] = []

    /// Creates the row of a step, without any deed yet.
    ///
    /// - Parameters:
    ///   - step: the step.
    ///   - plan: its plan.
    ///   - day: the day, from 0.
    public init(_ step: Step, of plan: Plan, day: Int) {
        self.day = day
        phase = step.phase
        subject = Self.subject(of: step, plan)
    }

    private static func subject(of step: Step, _ plan: Plan) -> String {
        if let service = plan.services.first(where: { $0.id == step.service }) { return service.workload.name }
        switch step.action {
        case .trustIssuer(let action): return action.cluster
        case .createIdentity(let action): return account(action.identity, plan)
        case .createTargetRole(let action): return account(action.identity, plan)
        case .bindIdentity(let action): return account(action.identity, plan)
        case .createServiceAccount(let action): return action.name
        case .moveLiteral(let action): return action.workload.name
        case .runCanary(let action): return action.workload.name
        case .removeCanary(let action): return action.workload.name
        case .changeWorkload(let action): return action.workload.name
        case .forgetRevisions(let action): return action.workload.name
        case .removeCarrier(let action): return action.carrier.name
        case .deactivateKey(let action): return action.key.id
        case .deleteKey(let action): return action.key.id
        case .deleteUser(let action): return action.key.id
        case .removeCopy(let action): return action.carrier.name
        }
    }

    private static func account(_ identity: String, _ plan: Plan) -> String {
        plan.identities.first { $0.id == identity }?.serviceAccount ?? identity
    }

    /// What an action does, in a word or two.
    public static func words(for action: Action) -> String {
        switch action {
        case .trustIssuer: "issuer trusted"
        case .createIdentity, .createTargetRole: "role"
        case .bindIdentity: "binding"
        case .createServiceAccount: "account"
        case .moveLiteral: "literal moved"
        case .runCanary: "canary"
        case .removeCanary: "canary gone"
        case .changeWorkload: "rollout"
        case .forgetRevisions: "old revisions gone"
        case .removeCarrier: "removed"
        case .deactivateKey: "deactivated"
        case .deleteKey: "deleted"
        case .deleteUser: "user deleted"
        case .removeCopy: "copy removed"
        }
    }
}
