public import MigrationModel

/// What is said when a plan was written.
public enum PlanSummary {
    /// Counts, what is left to people, what was proven, and where to read on.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - proof: what was proven of it, or what could not be explored.
    ///   - folder: where it was written.
    /// - Returns: the text.
    public static func text(of plan: Plan, proof: Proof, folder: String) -> String {
        let moved = plan.services.count { $0.choice != nil }
        let retired = plan.keys.count { $0.fate == .retire }
        var lines = [
            "\(count(moved, "service")) of \(plan.services.count) to move, \(count(retired, "key")) of \(plan.keys.count) "
                + "to revoke, \(count(plan.steps.count, "step"))."
        ]
        for phase in Phase.allCases {
            let steps = plan.steps.filter { $0.phase == phase }
            let byHand = steps.count { $0.actor != .keyshift }
            if !steps.isEmpty {
                lines.append("  \(phase.rawValue): \(count(steps.count, "step")), \(byHand) of them by others")
            }
        }
        if !plan.handovers.isEmpty {
            lines.append("\(count(plan.handovers.count, "thing")) for people to do or to decide.")
        }
        if plan.isPartial { lines.append("A part of the input was not scanned: consumers may be missing.") }
        lines.append(String(ProofText.text(of: proof).dropLast()))
        lines.append("Next, to review it: \(command(["less", folder + "/README.md"]))")
        return lines.joined(separator: "\n") + "\n"
    }

    /// A command as a shell takes it.
    public static func command(_ words: [String]) -> String { words.map(ShellWord.quoted).joined(separator: " ") }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
