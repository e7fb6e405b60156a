import MigrationModel

/// What was proven of the plan, and what the proof takes for granted.
enum OverviewProof {
    static func text(_ context: PlanContext) -> String {
        guard let proof = context.plan.proof else { return "" }
        let head = """
            ## What is proven

            Every state was visited that the steps of this plan can lead to, in any order that they allow, with failures in the
            middle, repetitions, undos, restarts and rollbacks: \(proof.states) states of \(proof.kinds) kinds of services.
            `keyshift plan --check` proves it again, also after an edit.

            | Property | In every state |
            | --- | --- |

            """
        let rows = proof.holds.map { "| \($0.rawValue) | \($0.sentence) |\n" }.joined()
        let left =
            proof.unexplored.isEmpty
            ? "" : "\n**Nothing is claimed** of services that are too entangled: \(list(proof.unexplored)).\n"
        let assumptions = Proof.assumptions.map { "- \($0)\n" }.joined()
        return head + rows + left + "\nWhat this takes for granted:\n\n" + assumptions
    }

    private static func list(_ services: [String]) -> String {
        services.map(MarkdownText.code).joined(separator: ", ")
    }
}
