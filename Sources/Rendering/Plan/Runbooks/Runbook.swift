import MigrationModel

/// `runbooks/NAMESPACE/KIND-NAME.md`: everything about one service of which anything is changed, for the people who run it.
enum Runbook: PlanFileFamily {
    /// How many are made together.
    private static let together = 40

    static func files(_ context: PlanContext) -> [PlanFile] { pieces(context).flatMap { $0.files() } }

    static func pieces(_ context: PlanContext) -> [PlanPiece] {
        var seen: Set<String> = []
        let services = context.plan.services.filter { context.hasRunbook($0) && seen.insert($0.id).inserted }
        return stride(from: 0, to: services.count, by: together).map { first in
            let some = services[first..<min(services.count, first + together)]
            return PlanPiece {
                // Neighbours mostly share their keys, and with them the longest part of each page.
                var told: [String: String] = [:]
                return some.map {
                    PlanFile(path: path(of: $0, context), contents: text(of: $0, context, &told))
                }
            }
        }
    }

    static func path(of service: PlannedService, _ context: PlanContext) -> String {
        "runbooks/\(context.paths.services[service.id]).md"
    }

    /// - Parameters:
    ///   - service: the service.
    ///   - context: the plan.
    ///   - told: the steps of keys that other pages have already, by their ids.
    /// - Returns: the page.
    private static func text(
        of service: PlannedService, _ context: PlanContext, _ told: inout [String: String]
    ) -> String {
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
        var phases: [String] = []
        for phase in Phase.allCases {
            // A copy of a service's own goes behind the key that is in it.
            let wanted = (phase == .decommission ? shared + own : own + shared).filter { $0.phase == phase }
            guard !wanted.isEmpty else { continue }
            phases.append("## \(phase.title)\n\n\(phase.words)\n")
            for step in wanted { phases.append(text(of: step, for: service, context, &told)) }
        }
        return (sections + phases + [RunbookEnd.text(of: service, context)]).filter { !$0.isEmpty }
            .joined(separator: "\n")
    }

    /// A step, which is the same on every page that has it.
    private static func text(
        of step: Step, for service: PlannedService, _ context: PlanContext, _ told: inout [String: String]
    ) -> String {
        guard step.service != service.id else { return RunbookStep.text(of: step, context) }
        if let text = told[step.id] { return text }
        let text = RunbookStep.text(of: step, context)
        told[step.id] = text
        return text
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
