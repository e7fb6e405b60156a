import MigrationModel

/// `README.md`: the plan for the reviewer of a pull request.
enum PlanOverview: PlanFileFamily {
    static func files(_ context: PlanContext) -> [PlanFile] {
        let sections = [
            OverviewHead.text(context), OverviewKeys.text(context), OverviewServices.text(context),
            WaveDiagram.text(context), OverviewHandovers.text(context), OverviewGates.text(context),
            OverviewEnd.text(context),
        ]
        return [PlanFile(path: "README.md", contents: sections.filter { !$0.isEmpty }.joined(separator: "\n"))]
    }
}

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

/// The keys and what becomes of each.
enum OverviewKeys {
    static func text(_ context: PlanContext) -> String {
        guard !context.plan.keys.isEmpty else { return "" }
        let rows = context.plan.keys.map { key in
            let account = key.account.isEmpty ? "" : MarkdownText.code(key.account)
            return "| \(MarkdownText.code(key.key.id)) | \(key.key.kind.words) | \(account) | **\(key.fate.words)** | "
                + "\(MarkdownText.prose(key.reason)) |\n"
        }
        return "## Keys\n\n| Key | Kind | Account | What becomes of it | Why |\n| --- | --- | --- | --- | --- |\n"
            + rows.joined()
    }
}

/// The services, each with a link to its runbook.
enum OverviewServices {
    static func text(_ context: PlanContext) -> String {
        guard !context.plan.services.isEmpty else { return "" }
        return "## Services\n\n| Service | Wave | Mechanism | Why |\n| --- | --- | --- | --- |\n"
            + context.plan.services.map { row($0, context) }.joined()
    }

    private static func row(_ service: PlannedService, _ context: PlanContext) -> String {
        let name = MarkdownText.code(service.id)
        guard let choice = service.choice else {
            return "| \(name) | | not moved | \(MarkdownText.prose(service.exemption)) |\n"
        }
        let reason =
            choice.isOverridden
            ? "a person asked for it"
            : choice.assessments.first { $0.mechanism == choice.mechanism }?.advantages.first ?? ""
        let link = "[\(name)](\(Runbook.path(of: service, context)))"
        return "| \(link) | \(service.wave) | \(choice.mechanism.words) | \(MarkdownText.prose(reason)) |\n"
    }
}

/// What only people can do, as a list to tick off.
enum OverviewHandovers {
    static func text(_ context: PlanContext) -> String {
        guard !context.plan.handovers.isEmpty else { return "" }
        return "## For people to do\n\n"
            + context.plan.handovers.map {
                "- [ ] \(MarkdownText.code($0.subject)): \(MarkdownText.prose($0.task)) Because "
                    + "\(MarkdownText.prose($0.reason))\n"
            }.joined()
    }
}

/// The phases, what waits for people, and what cannot be undone.
enum OverviewGates {
    static func text(_ context: PlanContext) -> String {
        let steps = context.plan.steps
        var text = "## Phases\n\n| Phase | Steps | What happens |\n| --- | --- | --- |\n"
        for phase in Phase.allCases {
            text += "| \(phase.rawValue) | \(steps.count { $0.phase == phase }) | \(phase.words) |\n"
        }
        text += list(
            "Waits for people, or for time",
            steps.flatMap { step in
                step.gates.filter(isWorthReading).map {
                    "\(MarkdownText.code(step.id)): \(MarkdownText.prose($0.words))"
                }
            })
        return text
            + list(
                "Points of no return",
                steps.filter(\.isPointOfNoReturn).map {
                    "\(MarkdownText.code($0.id)): \(MarkdownText.prose($0.action.summary))"
                })
    }

    /// Seconds are nothing that a reviewer has to know.
    private static func isWorthReading(_ gate: Gate) -> Bool {
        if case .propagation = gate { false } else { true }
    }

    private static func list(_ title: String, _ items: [String]) -> String {
        items.isEmpty ? "" : "\n## \(title)\n\n" + items.map { "- \($0)\n" }.joined()
    }
}

/// What is in the folder, and what to do with it.
enum OverviewEnd {
    static func text(_ context: PlanContext) -> String {
        let isTerraform = context.configuration.preferences.infrastructure == .terraform
        var text = "## How to go on\n\n"
        text += "1. Review this page, the runbooks, and who may take which identity (`iam/`).\n"
        text += "2. Say what each identity may do: permissions are not drafted. "
        text +=
            isTerraform
            ? "Each file of `terraform/` has a variable without a default for them.\n"
            : "Attach policies and roles behind the step that makes the identity.\n"
        text +=
            isTerraform
            ? "3. Apply `terraform/`, one folder per cluster.\n"
            : "3. Run what `commands/prepare/` has, in the order of `plan.yaml`.\n"
        text +=
            "4. Take the services one by one, by their runbooks. `kubernetes/` has the manifests and patches, as a "
            + "component of kustomize for each phase.\n"
        text += "5. Remove carriers and keys only behind the gates above.\n"
        return text
    }
}
