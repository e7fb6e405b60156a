import Execution
import MigrationModel
import Rendering

/// Shows what comes next, or what certain steps would change.
struct MigrateShow {
    private let session: MigrateSession
    private let names: [String]

    init(_ session: MigrateSession, _ names: [String]) { (self.session, self.names) = (session, names) }

    func run() async throws {
        let status = try session.migration.status()
        guard names.isEmpty else { return try await details(status) }
        let next = status.next
        let preview: StepPreview? =
            if let next { try await session.migration.preview(next.id) } else { nil }
        StandardStreams.writeOutput(MigrationOverview.text(of: status, next: preview, session.setting))
        switch status.standing {
        case .regressed: throw ExitStatus.regressed.code
        case .waiting: throw ExitStatus.waiting.code
        case .fresh, .inProgress, .done: break
        }
    }

    private func details(_ status: MigrationStatus) async throws {
        let wanted = Set(try NameSelection(session.migration.plan, folder: session.migration.folder).steps(names))
        for step in status.steps where wanted.contains(step.id) {
            let preview = try await session.migration.preview(step.id)
            StandardStreams.writeOutput(StepLines.text(of: preview, step, session.setting) + "\n")
        }
    }
}
