import Foundation
import Testing

/// Everything that starts a cluster and a cloud of its own: one after the other, since each has a machine's worth of work.
@Suite(.serialized)
enum Journeys {
    /// Whether the long ones are wanted as well, of which each takes some minutes: `KEYSHIFT_JOURNEYS=all`.
    static let isWhole: Bool = {
        let isWhole = ProcessInfo.processInfo.environment["KEYSHIFT_JOURNEYS"] == "all"
        if !isWhole {
            FileHandle.standardError.write(
                Data("warning: TESTS SKIPPED: the long journeys; KEYSHIFT_JOURNEYS=all runs them.\n".utf8))
        }
        return isWhole
    }()
}
