import MigrationModel

/// What warnings depend on.
struct RunbookFacts: Sendable {
    let service: PlannedService
    let identity: PlannedIdentity?
    let change: TemplateChange
    let sharesKey: Bool
    /// What planning found out about the workload.
    let notes: [String]

    init(_ service: PlannedService, _ steps: [Step], _ context: PlanContext) {
        self.service = service
        identity = context.identity(of: service.id)
        var change = TemplateChange()
        var notes: [String] = []
        for step in steps {
            if case .changeWorkload(let action) = step.action {
                change = action.change
                notes = action.notes
            }
        }
        self.change = change
        self.notes = notes
        sharesKey = service.keys.contains { (context.key($0)?.services.count ?? 0) > 1 }
    }
}
