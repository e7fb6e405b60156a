import MigrationModel
import StructuredText

/// Asks Azure and Entra ID.
struct AzureReading: CloudReading {
    static let program = "az"
    static let login = "Log in with az login"
    /// See [common errors](https://learn.microsoft.com/azure/azure-resource-manager/troubleshooting/common-deployment-errors).
    static let signs: [(words: [String], failure: LookupFailure)] = [
        (
            [
                "ResourceNotFound", "ResourceGroupNotFound", "Request_ResourceNotFound",
                "does not exist or one of its queried",
            ],
            .absent
        ),
        (["TooManyRequests", "(429)"], .throttled),
        (["az login", "AADSTS", "InvalidAuthenticationToken", "ExpiredAuthenticationToken"], .unauthenticated),
        (["AuthorizationFailed", "Authorization_RequestDenied", "Forbidden"], .forbidden),
        (
            ["InternalServerError", "ServiceUnavailable", "GatewayTimeout", "BadGateway", "Failed to establish a new"],
            .failing
        ),
    ]

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
