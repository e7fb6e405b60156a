import MigrationModel
import StructuredText

/// Asks Azure and Entra ID.
struct AzureReading: CloudReading {
    static let program = "az"

    let options: [String]
    let asking: RepeatedAsking
    let now: Timestamp

    /// Creates a reader; `nil` where no programs can be run.
    init?(_ scene: Scene) {
        guard let programs = scene.programs else { return nil }
        options = ["--output", "json"]
        asking = RepeatedAsking(programs: programs, clock: scene.clock)
        now = scene.now
    }
}
