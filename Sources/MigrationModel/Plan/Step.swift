/// The smallest thing that is applied, verified and rolled back.
public struct Step: Hashable, Sendable, Codable {
    /// Stable, readable name, the same in every later revision: `shift/production/order-api/canary`.
    public var id: String
    /// The phase that it belongs to.
    public var phase: Phase
    /// The cluster that it changes; empty for steps in the cloud that serve all.
    public var cluster: String
    /// The service that it moves, by id; empty for steps that serve several.
    public var service: String
    /// What it does.
    public var action: Action
    /// Who does it.
    public var actor: Actor
    /// The steps that have to be done before.
    public var after: [String]
    /// What has to hold besides.
    public var gates: [Gate]
    /// What proves it done.
    public var verifications: [Verification]

    /// Whether it cannot be undone.
    public var isPointOfNoReturn: Bool { action.undo == nil }

    /// Creates a step from its parts.
    public init(
        id: String, phase: Phase, cluster: String = "", service: String = "", action: Action, actor: Actor,
        after: [String] = [], gates: [Gate] = [], verifications: [Verification] = []
    ) {
        self.id = id
        self.phase = phase
        self.cluster = cluster
        self.service = service
        self.action = action
        self.actor = actor
        self.after = after
        self.gates = gates
        self.verifications = verifications
    }
}

/// The four parts of a migration.
public enum Phase: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// Parallel permissions; nothing that runs is changed.
    case prepare
    /// One service after the other: canary, rollout, soak.
    case shift
    /// References and carriers go, the key is deactivated and watched.
    case retire
    /// The key and its user are deleted.
    case decommission

    /// Orders by time.
    public static func < (left: Self, right: Self) -> Bool {
        (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
}

/// Who has to act in a step.
public enum Actor: String, Hashable, Sendable, Codable, CaseIterable {
    /// keyshift itself, through the user's tools.
    case keyshift
    /// Whoever merges the change that keyshift wrote; keyshift waits until the cluster shows it.
    case gitOps = "gitops"
    /// Whoever applies the Terraform that keyshift wrote.
    case terraform
    /// A person, with instructions.
    case person
}

/// What has to hold before a step may start, besides the steps before it.
public enum Gate: Hashable, Sendable, Codable {
    /// The service must have run well for so many hours since its rollout was verified.
    case soak(hours: Int)
    /// The key must not have been used, nor referred to, for so many days.
    case quiet(days: Int)
    /// So many hours must pass in which every service of a key has run at least once, since some run rarely.
    case schedule(hours: Int, reason: String)
    /// A person must have accepted the drafted permissions of an identity.
    case draftAccepted(identity: String)
    /// A named person must approve.
    case approval(reason: String)
    /// So many seconds must pass before what was written is in force everywhere.
    case propagation(seconds: Int, reason: String)

    /// Whether it may be overridden with a reason: a gate of prudence; gates of safety are the order of steps itself.
    public var isPrudence: Bool {
        switch self {
        case .soak, .quiet, .schedule, .approval: true
        case .draftAccepted, .propagation: false
        }
    }
}

/// What proves a step done, looked up in the world as it is.
public enum Verification: String, Hashable, Sendable, Codable, CaseIterable {
    /// The cloud trusts the issuer.
    case issuerTrusted = "issuer-trusted"
    /// The identity exists and trusts exactly its subjects.
    case trustExact = "trust-exact"
    /// The identity has the permissions of the plan.
    case permissionsAttached = "permissions-attached"
    /// ServiceAccount and identity are bound.
    case identityBound = "identity-bound"
    /// Every Pod is of the new template, ready, and younger than the binding.
    case rolledOut = "rolled-out"
    /// Every container has what the mechanism injects.
    case injected
    /// No container has a static source left.
    case noStaticSource = "no-static-source"
    /// A Pod really is the new identity.
    case callerIdentity = "caller-identity"
    /// Nothing refers to the carrier any more.
    case noReference = "no-reference"
    /// The carrier, or the entry, is gone.
    case carrierGone = "carrier-gone"
    /// The key has not been used since the step before.
    case keyUnused = "key-unused"
    /// The key is inactive.
    case keyInactive = "key-inactive"
    /// The key is gone.
    case keyGone = "key-gone"
    /// The user is gone.
    case userGone = "user-gone"
    /// A person said so.
    case confirmed
}
