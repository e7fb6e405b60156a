import MigrationModel

/// The phases, what waits for people, and what cannot be undone.
enum OverviewGates {
    static func text(_ context: PlanContext) -> String {
        let steps = context.plan.steps
        var text = "## Phases\n\n| Phase | Steps | What happens |\n| --- | --- | --- |\n"
        for phase in Phase.allCases {
            text += "| \(phase.rawValue) | \(steps.count { $0.phase == phase }) | \(phase.words) |\n"
        }
        text += list("Waits for people", people(steps))
        text += list("Waits for time", times(steps))
        return text
            + list(
                "Points of no return",
                steps.filter(\.isPointOfNoReturn).map {
                    "\(MarkdownText.code($0.id)): \(MarkdownText.prose($0.action.summary))"
                })
    }

    /// What people decide, each once, with the steps that wait for it.
    private static func people(_ steps: [Step]) -> [String] {
        var order: [String] = []
        var waiting: [String: [String]] = [:]
        for step in steps {
            for words in step.gates.filter(\.isForPeople).map(\.words) {
                if waiting[words] == nil { order.append(words) }
                waiting[words, default: []].append(step.id)
            }
        }
        return order.map { words in
            let ids = waiting[words] ?? []
            let rest = ids.count > most ? " and \(Wording.count(ids.count - most, "more step"))" : ""
            return "\(MarkdownText.prose(words)) Before "
                + ids.prefix(most).map(MarkdownText.code).joined(separator: ", ") + rest + "."
        }
    }

    /// More step names than this are no help to a reviewer; `plan.yaml` has them all.
    private static let most = 10

    /// How many steps wait for each span of time; seconds are nothing that a reviewer has to know.
    private static func times(_ steps: [Step]) -> [String] {
        var counts: [String: Int] = [:]
        for gate in steps.flatMap(\.gates) {
            switch gate {
            case .soak, .quiet, .schedule: counts[gate.words, default: 0] += 1
            case .draftAccepted, .approval, .propagation: break
            }
        }
        return counts.sorted { $0.key < $1.key }.map { "\(Wording.count($0.value, "step")): \($0.key)" }
    }

    private static func list(_ title: String, _ items: [String]) -> String {
        items.isEmpty ? "" : "\n## \(title)\n\n" + items.map { "- \($0)\n" }.joined()
    }
}

extension Gate {
    /// Whether a person has to decide.
    fileprivate var isForPeople: Bool {
        switch self {
        case .draftAccepted, .approval: true
        case .soak, .quiet, .schedule, .propagation: false
        }
    }
}
