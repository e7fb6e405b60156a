/// What was proven of a plan, or what stands against it.
public struct Proof: Hashable, Sendable, Codable {
    /// The services that were looked at.
    public var services: Int
    /// The steps of the plan.
    public var steps: Int
    /// The keys that several services share.
    public var sharedKeys: Int
    /// The states that were visited, of services that differ in nothing but names only once.
    public var states: Int
    /// How many kinds of services there were: those of one kind differ in nothing but names.
    public var kinds: Int
    /// The properties that hold.
    public var holds: [SoundnessProperty]
    /// What was found against it, the shortest way first.
    public var violations: [Violation]
    /// The services that could not be explored whole: nothing is proven of these.
    public var unexplored: [String]
    /// SDK families for which the canary of a service would not pass, so that it would keep its key.
    public var stops: [CanaryStop]

    /// Whether everything was explored and nothing found.
    public var isProven: Bool { violations.isEmpty && unexplored.isEmpty }

    /// Creates a proof from its parts.
    public init(
        services: Int = 0, steps: Int = 0, sharedKeys: Int = 0, states: Int = 0, kinds: Int = 0,
        holds: [SoundnessProperty] = [], violations: [Violation] = [], unexplored: [String] = [],
        stops: [CanaryStop] = []
    ) {
        self.services = services
        self.steps = steps
        self.sharedKeys = sharedKeys
        self.states = states
        self.kinds = kinds
        self.holds = holds
        self.violations = violations
        self.unexplored = unexplored
        self.stops = stops
    }
}

extension Proof {
    /// What the proof takes for granted: what could make it wrong has to be here.
    public static let assumptions = [
        "The inputs show every workload of the clusters that uses a key; who uses it elsewhere is found by its last use, in the quiet "
            + "period before it is deleted.",
        "The canary may fail: one Pod, and in a StatefulSet or DaemonSet whatever comes up in its place or beside it meanwhile. What it "
            + "has shown of webhook, agent, trust and SDK holds for the Pods after it.",
        "The new identity may do what the service needs, as its permissions were accepted or taken from those of the old one.",
        "A revision that an undo of the plan took back is not brought back by hand.",
        "A step that has been seen to hold stays so until a step or an owner changes it; whatever else changes it is found by keyshift "
            + "when it looks again.",
    ]
}

/// Something that must hold in every state that a plan can reach.
public enum SoundnessProperty: String, Hashable, Sendable, Codable, CaseIterable {
    case available
    case startable
    case undisturbed
    case undoable
    case contained
    case final
    case reachable

    /// What it says, in one sentence.
    public var sentence: String {
        switch self {
        case .available: "Every container that had a working credential has one, whichever of its Pods restart."
        case .startable: "Every Pod that may be created can start: what its template requires is there."
        case .undisturbed: "The identity of a service changes only by its own canary and rollout."
        case .undoable: "Every undo that is offered can be carried out, and brings back what was before its step."
        case .contained:
            "Each identity trusts exactly its own ServiceAccount, and no Pod gets permissions that nobody accepted."
        case .final: "Nothing irreversible happens too early, and at the end no key, reference or carrier is left."
        case .reachable: "From every state there is a way to the end or back to the start."
        }
    }

    /// Why it matters, in one sentence.
    public var reason: String {
        switch self {
        case .available: "An SDK that finds a deactivated key fails; it does not look further."
        case .startable: "A missing Secret does not stop a running Pod, but the next one, hours later."
        case .undisturbed: "A binding can flip a neighbour on the same ServiceAccount at its next restart."
        case .undoable: "An undo that fails is found out in the worst moment."
        case .contained: "A migration that widens access trades one risk for another."
        case .final: "A key that is left behind is what all of this was for; a deleted one does not come back."
        case .reachable: "A plan that can get stuck leaves a service between two worlds."
        }
    }
}

/// A way in which a plan goes wrong.
public struct Violation: Hashable, Sendable, Codable {
    /// What does not hold at the end of the way.
    public var property: SoundnessProperty
    /// The service that suffers; empty where it is the plan itself.
    public var service: String
    /// The container; empty where it is the service.
    public var container: String
    /// The SDK family for which it goes wrong; empty where that makes no difference.
    public var family: String
    /// What is wrong, in one sentence.
    public var message: String
    /// The shortest way there.
    public var events: [ViolationEvent]
    /// The order or gate that would prevent it, in one sentence; empty where none does.
    public var advice: String

    /// Creates a violation from its parts.
    public init(
        property: SoundnessProperty, service: String = "", container: String = "", family: String = "",
        message: String, events: [ViolationEvent] = [], advice: String = ""
    ) {
        self.property = property
        self.service = service
        self.container = container
        self.family = family
        self.message = message
        self.events = events
        self.advice = advice
    }
}

/// One event on the way to a violation.
public struct ViolationEvent: Hashable, Sendable, Codable {
    /// The step; empty for what happens by itself.
    public var step: String
    /// What happens, in one sentence.
    public var message: String
    /// What the container uses afterwards, one line for each kind of Pod that may run.
    public var credentials: [String]

    /// Creates an event from its parts.
    public init(step: String, message: String, credentials: [String] = []) {
        self.step = step
        self.message = message
        self.credentials = credentials
    }
}

/// A service of which a canary would not pass with some SDKs.
public struct CanaryStop: Hashable, Sendable, Codable {
    /// The service.
    public var service: String
    /// The container.
    public var container: String
    /// The families, by id.
    public var families: [String]

    /// Creates a stop from its parts.
    public init(service: String, container: String, families: [String]) {
        self.service = service
        self.container = container
        self.families = families
    }
}
