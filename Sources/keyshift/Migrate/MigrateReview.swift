import ArgumentParser
import MigrationModel
import Execution
import Rendering

/// Looks again at everything that was verified, in the clusters and clouds, or in dumps of them.
struct MigrateReview {
    private let session: MigrateSession
    private let names: [String]

    init(_ session: MigrateSession, _ names: [String]) { (self.session, self.names) = (session, names) }

    func run() async throws {
        let steps =
            try names.isEmpty
            ? nil : Set(NameSelection(session.migration.plan, folder: session.migration.folder).steps(names))
        let review = try await session.migration.review(of: steps) { _ in }
        StandardStreams.writeOutput(ReviewLines.text(of: review, session.migration.plan, session.setting))
        if !review.regressed.isEmpty { throw ExitStatus.regressed.code }
        if !review.unseen.isEmpty { throw ExitStatus.partial.code }
    }
}
