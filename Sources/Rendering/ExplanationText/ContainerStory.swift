import MigrationModel

/// What explanations for people say about the credentials of one container for one cloud.
///
/// The words may hold names from the cluster as they are.
struct ContainerStory {
    let explanation: ContainerExplanation
    private let names: [String: String]

    init(_ explanation: ContainerExplanation) {
        self.explanation = explanation
        let families = explanation.orders.flatMap(\.families)
        names = Dictionary(families.map { ($0.id, $0.name) }) { first, _ in first }
    }

    /// The container and the cloud.
    var name: String {
        let identity = explanation.identity
        let role = identity.role == .main ? "" : " (\(identity.role.rawValue))"
        return "Container \(identity.container)\(role), \(identity.provider.words)"
    }

    /// Which SDK families count, and why.
    var families: String {
        let choice = explanation.identity.families
        let list = choice.families.map(name(ofFamily:)).joined(separator: ", ")
        switch choice.basis {
        case .stated: return "It uses \(list), as somebody stated." + minimumVersions
        case .hinted(let reason):
            return "It probably uses \(list) (\(reason)); every SDK family is considered all the same."
                + minimumVersions
        case .unknown: return "Nothing tells which SDK it uses, so every family is considered."
        }
    }

    /// From which versions on the families know federated identities, in a sentence; empty where nobody says so.
    private var minimumVersions: String {
        let families = explanation.identity.families.families
        let clauses = families.compactMap { family -> String? in
            let known = explanation.minimumVersions.filter { $0.family == family }
            guard !known.isEmpty else { return nil }
            let list = known.map { "\($0.mechanism.words) from \($0.version)" }
            return "\(name(ofFamily: family)) knows \(Wording.list(list)) on"
        }
        guard !clauses.isEmpty else { return "" }
        return
            " \(clauses.joined(separator: "; ")); an older one passes over it and may end up with the role of the node."
    }

    /// What running Pods use.
    var running: [String] {
        let running = explanation.identity.running
        return running.isEmpty ? ["not known: there are none in the input"] : running.map(words)
    }

    /// What Pods will use that are created now.
    var next: [String] {
        let identity = explanation.identity
        return identity.next == identity.running ? ["the same"] : identity.next.map(words)
    }

    /// The orders in which SDKs look; families that find the same, but pass different empty places, share one.
    var orders: [OrderStory] {
        var positions: [OrderStory.Findings: Int] = [:]
        var stories: [OrderStory] = []
        for order in explanation.orders {
            let findings = OrderStory.Findings(order.resolution)
            if let position = positions[findings] {
                stories[position].orders.append(order)
            } else {
                positions[findings] = stories.count
                stories.append(OrderStory(orders: [order], setting: explanation.identity.setting))
            }
        }
        return stories
    }

    private func words(_ verdict: FamilyVerdict) -> String {
        let shadowed = verdict.shadowed.isEmpty ? "" : "; passes over " + Wording.list(verdict.shadowed.map(\.words))
        let families = verdict.families.map(name(ofFamily:)).joined(separator: ", ")
        let doubt = verdict.isCertain ? "" : "; not certain, because the input does not show what comes before it"
        return "\(families): \(verdict.outcome.words)\(shadowed)\(doubt)"
    }

    private func name(ofFamily id: String) -> String { names[id] ?? id }
}
