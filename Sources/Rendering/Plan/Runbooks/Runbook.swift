import MigrationModel

/// `runbooks/NAMESPACE/KIND-NAME.md`: everything about one service that is moved, for the people who run it.
enum Runbook: PlanFileFamily {
    static func files(_ context: PlanContext) -> [PlanFile] {
        var seen: Set<String> = []
        return context.moved.compactMap { service in
            guard seen.insert(service.id).inserted else { return nil }
            return PlanFile(path: path(of: service, context), contents: text(of: service, context))
        }
    }

    static func path(of service: PlannedService, _ context: PlanContext) -> String {
        "runbooks/\(context.paths.services[service.id]).md"
    }

    private static func text(of service: PlannedService, _ context: PlanContext) -> String {
        let steps = context.steps(of: service.id)
        let sections = [
            RunbookHead.text(of: service, context),
            RunbookReasons.text(of: service),
            RunbookAudience.text(of: service, context),
            RunbookWarnings.text(of: service, steps, context),
            "## Steps\n\nRun commands in the folder of the plan, and see first that `kubectl config current-context` is "
                + "the cluster \(MarkdownText.code(service.cluster)).\n",
        ]
        let own = steps.map { RunbookStep.text(of: $0, context) }
        return (sections + own + [RunbookEnd.text(of: service, context)]).filter { !$0.isEmpty }
            .joined(separator: "\n")
    }
}

/// What the service is and what happens to it.
enum RunbookHead {
    static func text(of service: PlannedService, _ context: PlanContext) -> String {
        let object = service.workload
        var text = "# \(MarkdownText.code(object.description))\n\n"
        text += "In cluster \(MarkdownText.code(service.cluster)), wave \(service.wave). "
        text += "It receives \(Wording.count(service.keys.count, "static key")): "
        text += Wording.list(service.keys.map { "\(MarkdownText.code($0.id)) (\($0.kind.words))" }) + ". "
        guard let identity = context.identity(of: service.id) else { return text + "\n" }
        text += "Afterwards its Pods run as the ServiceAccount \(MarkdownText.code(identity.serviceAccount))"
        text +=
            identity.serviceAccount == identity.formerServiceAccount
            ? ", as before, " : ", so far \(MarkdownText.code(identity.formerServiceAccount)), "
        return text + "which takes \(MarkdownText.code(identity.role)) in \(MarkdownText.code(identity.account)) by "
            + "\(identity.mechanism.words).\n"
    }
}

/// Why this mechanism.
enum RunbookReasons {
    static func text(of service: PlannedService) -> String {
        guard let choice = service.choice else { return "" }
        var text = "## Why \(choice.mechanism.words)\n\n"
        if choice.isOverridden { text += "A person asked for it in the configuration.\n\n" }
        return text + choice.assessments.flatMap { items(of: $0, chosen: choice.mechanism) }.joined()
    }

    private static func items(of assessment: MechanismAssessment, chosen: Mechanism) -> [String] {
        let name = assessment.mechanism == chosen ? "" : "\(assessment.mechanism.words): "
        func items(_ reasons: [String], _ what: String) -> [String] {
            reasons.map { "- \(name)\(what): \(MarkdownText.prose($0)).\n" }
        }
        return items(assessment.obstacles, "impossible") + items(assessment.advantages, "for it")
            + items(assessment.drawbacks, "against it")
    }
}

/// Whom the move affects besides the service.
enum RunbookAudience {
    static func text(of service: PlannedService, _ context: PlanContext) -> String {
        var items = service.keys.flatMap { key in
            (context.key(key)?.services ?? []).filter { $0 != service.id }.map {
                "\(MarkdownText.code($0)) receives \(MarkdownText.code(key.id)) as well, which stays until it is moved, "
                    + "too."
            }
        }
        if let identity = context.identity(of: service.id) {
            let sharing = context.plan.identities.filter {
                $0.id != identity.id && $0.cluster == identity.cluster && $0.namespace == identity.namespace
                    && $0.formerServiceAccount == identity.formerServiceAccount
            }.flatMap(\.services)
            items += sharing.map {
                "\(MarkdownText.code($0)) runs as the ServiceAccount \(MarkdownText.code(identity.formerServiceAccount)) "
                    + "as well, and is moved on its own."
            }
        }
        guard !items.isEmpty else { return "" }
        return "## Whom it affects\n\n" + items.map { "- \($0)\n" }.joined()
    }
}

/// What becomes of the keys when the service is moved.
enum RunbookEnd {
    static func text(of service: PlannedService, _ context: PlanContext) -> String {
        let items = service.keys.compactMap { key in
            context.key(key).map {
                "- \(MarkdownText.code($0.key.id)): \($0.fate.words), since \(MarkdownText.prose($0.reason)).\n"
            }
        }
        guard !items.isEmpty else { return "" }
        return "## Afterwards\n\n" + items.joined()
    }
}
