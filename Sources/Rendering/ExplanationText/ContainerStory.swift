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
        case .stated: return "It uses \(list), as somebody stated."
        case .hinted(let reason):
            return "It probably uses \(list) (\(reason)); every SDK family is considered all the same."
        case .unknown: return "Nothing tells which SDK it uses, so every family is considered."
        }
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
        return "\(families): \(verdict.outcome.words)\(shadowed)"
    }

    private func name(ofFamily id: String) -> String { names[id] ?? id }
}
