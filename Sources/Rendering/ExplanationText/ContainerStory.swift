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
        let list = Wording.list(choice.families.map(name(ofFamily:)))
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

    /// The orders in which SDKs look.
    var orders: [OrderStory] {
        explanation.orders.map { OrderStory(order: $0, setting: explanation.identity.setting) }
    }

    private func words(_ verdict: FamilyVerdict) -> String {
        let shadowed = verdict.shadowed.isEmpty ? "" : "; passes over " + Wording.list(verdict.shadowed.map(\.words))
        return "\(Wording.list(verdict.families.map(name(ofFamily:)))): \(verdict.outcome.words)\(shadowed)"
    }

    private func name(ofFamily id: String) -> String { names[id] ?? id }
}

/// Where some SDK families look, and what comes of it.
struct OrderStory {
    let order: ContainerExplanation.Order
    let setting: CredentialSetting

    /// The families.
    var title: String {
        let verb = order.families.count == 1 ? "looks" : "look"
        return "\(Wording.list(order.families.map(\.name))) \(verb) in this order:"
    }

    /// The places, in the order of looking.
    var attempts: [AttemptStory] {
        order.resolution.attempts.map { AttemptStory(attempt: $0, setting: setting) }
    }

    /// What comes of it.
    var outcome: String { "Result: \(order.resolution.outcome.words)." }

    /// Whether something else is used when the cloud refuses what won, which nobody may notice.
    var slides: Bool {
        guard case .slides(to: .some) = order.resolution.onRefusal else { return false }
        return true
    }

    /// What happens when the cloud refuses what won; `nil` when nothing won.
    var refusal: String? {
        guard case .uses(let winner, _) = order.resolution.outcome else { return nil }
        switch order.resolution.onRefusal {
        case .stops: return "When the cloud refuses it, the SDK reports the error and stops."
        case .slides(to: nil): return "When the cloud refuses it, the SDK looks further and finds nothing."
        case .slides(let target?):
            let nature = order.resolution.attempts.first { $0.source == target && $0.source != winner }?.nature
            let words = nature.map { "\($0.words) (\(target.words))" } ?? target.words
            return "When the cloud refuses it, the SDK goes on without a word to \(words)."
        }
    }
}

/// One place where an SDK looks.
struct AttemptStory {
    let attempt: CredentialAttempt
    let setting: CredentialSetting

    /// The verdict with a mark, so that the winner is found at a glance.
    var verdict: String {
        switch attempt.verdict {
        case .wins: "✓ wins"
        case .shadowed: "◦ shadowed"
        case .absent: "- absent"
        case .ignored: "- ignored"
        case .fails: "✗ fails"
        case .unknown: "? unknown"
        }
    }

    /// The place.
    var source: String { attempt.source.words }

    /// What it is made of, and where each part comes from.
    var parts: String {
        var groups: [(parts: [String], origin: String?)] = []
        for part in attempt.parts {
            let origin = setting.origin(of: part)?.words(besides: part)
            if let last = groups.indices.last, groups[last].origin == origin {
                groups[last].parts.append(part)
            } else {
                groups.append(([part], origin))
            }
        }
        return groups.map { group in
            group.parts.joined(separator: ", ") + (group.origin.map { " from \($0)" } ?? "")
        }.joined(separator: "; ")
    }
}
