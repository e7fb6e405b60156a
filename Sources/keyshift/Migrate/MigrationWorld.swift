import Execution
import MigrationModel

/// What a migration works with: the clusters and clouds of the user, or dumps of them.
enum MigrationWorld {
    /// The tools.
    ///
    /// - Parameters:
    ///   - clock: the time.
    ///   - author: who works.
    ///   - givens: what only a person knows.
    ///   - observe: dumps that take the place of the clusters; nothing is changed then, and no cloud asked.
    ///   - confirmations: what the user has seen, by step.
    /// - Returns: the tools.
    static func tools(
        clock: any MigrationClock, author: Author, givens: [String: String], observe: [String],
        confirmations: [String: String]
    ) -> MigrationTools {
        MigrationTools(
            programs: nil, clock: clock, author: author, reading: { _ in nil }, calls: { _ in nil }, givens: givens,
            confirmations: confirmations)
    }
}
