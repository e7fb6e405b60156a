import ArgumentParser
import Execution
import MigrationModel
import Rendering

/// Undoes steps and whatever builds on them, in the order in which that is safe.
struct MigrateRollback {
    private let session: MigrateSession
    private let names: [String]

    init(_ session: MigrateSession, _ names: [String]) { (self.session, self.names) = (session, names) }

    func run() async throws {
        let steps = try NameSelection(session.migration.plan, folder: session.migration.folder).steps(names)
        let order = try session.migration.undoOrder(of: steps)
        guard !order.isEmpty else { return session.say("Nothing of that was done, so nothing has to be undone.") }
        session.say("To be undone, in this order:")
        for step in order { session.say("  \(step)") }
        let status = Dictionary(
            try session.migration.status().steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for step in order {
            guard let status = status[step] else { continue }
            if !session.options.yes {
                let preview = try await session.migration.previewUndo(step)
                StandardStreams.writeError(StepLines.text(of: preview, status, session.setting))
            }
            try session.agree("Undo \(step)?")
            let outcome = try await session.migration.rollBack(step, Migration.Conduct(tell: session.tell))
            if case .awaited = outcome {
                session.say("\(step) has to be undone by somebody else first; then run this again.")
                throw ExitStatus.waiting.code
            }
        }
        session.say("Undone. Next: keyshift migrate \(session.migration.folder)")
    }
}
