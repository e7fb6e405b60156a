/// The credentials that one container uses, for one cloud, now and from its next start on.
public struct ContainerIdentity: Hashable, Sendable {
    /// The service.
    public var service: WorkloadName
    /// Name of the container.
    public var container: String
    /// When it runs.
    public var role: Container.Role
    /// The cloud.
    public var provider: Provider
    /// Which SDK families count, and why.
    public var families: FamilyChoice
    /// What running Pods use, where the input has any; families that agree stand together.
    public var running: [FamilyVerdict]
    /// What a Pod will use that is created from the template now.
    public var next: [FamilyVerdict]
    /// What the verdicts on ``next`` were reached from.
    public var setting: CredentialSetting

    /// Creates an identity from its parts.
    public init(
        service: WorkloadName, container: String, role: Container.Role, provider: Provider, families: FamilyChoice,
        running: [FamilyVerdict] = [], next: [FamilyVerdict], setting: CredentialSetting
    ) {
        self.service = service
        self.container = container
        self.role = role
        self.provider = provider
        self.families = families
        self.running = running
        self.next = next
        self.setting = setting
    }
}

/// Which SDK families a container may use.
public struct FamilyChoice: Hashable, Sendable {
    /// How it is known.
    public enum Basis: Hashable, Sendable {
        /// Somebody said so, in the annotation or the configuration.
        case stated
        /// Image or variables suggest it; the reason says which. All families are considered all the same.
        case hinted(reason: String)
        /// Nothing tells: all families are considered.
        case unknown
    }

    /// The families that are stated or hinted, by id; empty when nothing tells.
    public var families: [String]
    /// How they are known.
    public var basis: Basis

    /// Creates a choice from its parts.
    public init(families: [String] = [], basis: Basis = .unknown) {
        self.families = families
        self.basis = basis
    }
}

/// What some SDK families agree on.
public struct FamilyVerdict: Hashable, Sendable {
    /// The families, by id, in order.
    public var families: [String]
    /// What they end up with.
    public var outcome: CredentialOutcome
    /// What they pass over that would have been used if nothing were before it.
    public var shadowed: [CredentialSource]
    /// Whether the outcome holds whatever is in the places that the input does not show, see ``CredentialResolution/isCertain``.
    public var isCertain: Bool

    /// Creates a verdict from its parts.
    public init(
        families: [String], outcome: CredentialOutcome, shadowed: [CredentialSource] = [], isCertain: Bool = true
    ) {
        self.families = families
        self.outcome = outcome
        self.shadowed = shadowed
        self.isCertain = isCertain
    }
}
