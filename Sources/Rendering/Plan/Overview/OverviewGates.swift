import MigrationModel

/// The phases, what waits for people, and what cannot be undone.
enum OverviewGates {
    static func text(_ context: PlanContext) -> String {
        let steps = context.plan.steps
        var text = "## Phases\n\n| Phase | Steps | What happens |\n| --- | --- | --- |\n"
        for phase in Phase.allCases {
            text += "| \(phase.rawValue) | \(steps.count { $0.phase == phase }) | \(phase.words) |\n"
        }
        text += list(
            "Waits for people",
            steps.flatMap { step in
                step.gates.filter(\.isForPeople).map {
                    "\(MarkdownText.code(step.id)): \(MarkdownText.prose($0.words))"
                }
            })
        text += list("Waits for time", times(steps))
        return text
            + list(
                "Points of no return",
                steps.filter(\.isPointOfNoReturn).map {
                    "\(MarkdownText.code($0.id)): \(MarkdownText.prose($0.action.summary))"
                })
    }

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
