import MigrationModel
import StructuredText

/// Asks Google Cloud.
struct GoogleReading: CloudReading {
    static let program = "gcloud"

    let options: [String]
    let asking: RepeatedAsking
    let now: Timestamp

    /// Creates a reader; `nil` where no programs can be run.
    init?(_ scene: Scene, profile: String) {
        guard let programs = scene.programs else { return nil }
        options = (profile.isEmpty ? [] : ["--configuration", profile]) + ["--format=json"]
        asking = RepeatedAsking(programs: programs, clock: scene.clock)
        now = scene.now
    }
}
