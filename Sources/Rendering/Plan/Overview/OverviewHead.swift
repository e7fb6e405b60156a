import MigrationModel

/// What will happen, in a few lines.
enum OverviewHead {
    static func text(_ context: PlanContext) -> String {
        let plan = context.plan
        let waves = Set(context.moved.map(\.wave)).count
        let retired = plan.keys.count { $0.fate == .retire }
        var text = "# Migration plan\n\n"
        text +=
            "\(Wording.count(context.moved.count, "service")) of \(Wording.count(Set(plan.clusters.map(\.name)).count, "cluster"))"
        text +=
            " \(context.moved.count == 1 ? "gets" : "get") an identity of \(context.moved.count == 1 ? "its" : "their") own"
        text += " in \(Wording.count(waves, "wave")), and \(Wording.count(retired, "static key"))"
        text += " of \(Wording.grouped(plan.keys.count)) \(retired == 1 ? "is" : "are") deleted at the end, in"
        text += " \(Wording.count(plan.steps.count, "step")). The whole plan is in `plan.yaml`.\n"
        if plan.isPartial {
            text +=
                "\n**A part of the input was not read. Consumers may be missing: do not delete a key by this plan before "
                + "the scan is complete.**\n"
        }
        let clusters = plan.clusters.map {
            "- \(MarkdownText.code($0.name)), read from \(MarkdownText.code($0.input))\n"
        }
        return clusters.isEmpty ? text : text + "\n## Clusters\n\n" + clusters.joined()
    }
}
