import MigrationModel
import StructuredText

/// Asks Google Cloud.
struct GoogleReading: CloudReading {
    static let program = "gcloud"
    static let login = "Log in with gcloud auth login"
    /// See [error codes](https://cloud.google.com/apis/design/errors#handling_errors).
    static let signs: [(words: [String], failure: LookupFailure)] = [
        (["NOT_FOUND", "Unknown service account"], .absent),
        (["RESOURCE_EXHAUSTED", "RATE_LIMIT_EXCEEDED", "Quota exceeded"], .throttled),
        (
            [
                "UNAUTHENTICATED", "Reauthentication", "do not currently have an active account",
                "There was a problem refreshing your current auth tokens",
            ], .unauthenticated
        ),
        (["PERMISSION_DENIED", "does not have permission"], .forbidden),
        (["UNAVAILABLE", "INTERNAL", "DEADLINE_EXCEEDED", "HTTPError 5", "Unable to connect"], .failing),
    ]

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
