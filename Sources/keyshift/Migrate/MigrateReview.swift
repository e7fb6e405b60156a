import ArgumentParser
import MigrationModel
import Execution
import Rendering

/// Looks again at everything that was verified, in the clusters and clouds, or in dumps of them.
struct MigrateReview {
    private let session: MigrateSession

    init(_ session: MigrateSession) { self.session = session }

    func run() async throws {
        let review = try await session.migration.review { _ in }
        StandardStreams.writeOutput(ReviewLines.text(of: review, session.migration.plan, session.setting))
        if !review.regressed.isEmpty { throw ExitStatus.regressed.code }
        if !review.unseen.isEmpty { throw ExitStatus.partial.code }
    }
}
