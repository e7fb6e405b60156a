import MigrationModel

/// `runbooks/NAMESPACE/KIND-NAME.md`: everything about one service that is moved, for the people who run it.
enum Runbook: PlanFileFamily {
    static func files(_ context: PlanContext) -> [PlanFile] {
        var files: [PlanFile] = []
        each(context) { files.append($0) }
        return files
    }

    static func each<Problem: Error>(
        _ context: PlanContext, _ body: (PlanFile) throws(Problem) -> Void
    ) throws(Problem) {
        var seen: Set<String> = []
        for service in context.moved where seen.insert(service.id).inserted {
            try body(PlanFile(path: path(of: service, context), contents: text(of: service, context)))
        }
    }

    static func path(of service: PlannedService, _ context: PlanContext) -> String {
        "runbooks/\(context.paths.services[service.id]).md"
    }

    private static func text(of service: PlannedService, _ context: PlanContext) -> String {
        let own = context.steps(of: service.id)
        let shared = context.keySteps(of: service)
        let sections = [
            RunbookHead.text(of: service, context),
            RunbookEmergency.text(of: service, own, context),
            RunbookReasons.text(of: service),
            RunbookPermissions.text(of: service, context),
            RunbookAudience.text(of: service, context),
            RunbookWarnings.text(of: service, own, context),
            introduction(of: service, context),
        ]
        let phases = Phase.allCases.flatMap { phase -> [String] in
            // A copy of a service's own goes behind the key that is in it.
            let wanted = (phase == .decommission ? shared + own : own + shared).filter { $0.phase == phase }
            guard !wanted.isEmpty else { return [] }
            return ["## \(phase.title)\n\n\(phase.words)\n"] + wanted.map { RunbookStep.text(of: $0, context) }
        }
        return (sections + phases + [RunbookEnd.text(of: service, context)]).filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    private static func introduction(of service: PlannedService, _ context: PlanContext) -> String {
        let kubectl = context.kubectl(service.cluster)
        let cluster =
            kubectl.context.isEmpty
            ? "see first that `kubectl config current-context` is the cluster \(MarkdownText.code(service.cluster))"
            : "each command names the context \(MarkdownText.code(kubectl.context)) of the cluster "
                + MarkdownText.code(service.cluster)
        return
            "## Steps\n\nRun commands with bash, in the folder of the plan; \(cluster). Each step stands behind those that it waits "
            + "for: what is checked in one step is what the next one relies on.\n"
    }
}

extension Phase {
    /// The heading of its steps.
    fileprivate var title: String {
        switch self {
        case .prepare: "Prepare"
        case .shift: "Shift"
        case .retire: "Retire"
        case .decommission: "Decommission"
        }
    }
}
