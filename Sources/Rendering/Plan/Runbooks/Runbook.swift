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
        let steps = context.steps(of: service.id)
        let sections = [
            RunbookHead.text(of: service, context),
            RunbookReasons.text(of: service),
            RunbookPermissions.text(of: service, context),
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
