import MigrationModel
import StructuredText

/// Asks AWS, with the profile of a cluster, behind a look at whose credentials these are.
struct AWSReading: CloudReading {
    static let program = "aws"

    let options: [String]
    private(set) var asking: RepeatedAsking
    let now: Timestamp
    private let profile: String
    private let memory: AccountMemory

    /// Creates a reader; `nil` where no programs can be run.
    init?(_ scene: Scene, profile: String, region: String) {
        guard let programs = scene.programs else { return nil }
        options =
            (Self.isElsewhere(region) ? ["--region", region] : []) + (profile.isEmpty ? [] : ["--profile", profile]) + [
                "--output", "json",
            ]
        asking = RepeatedAsking(programs: programs, clock: scene.clock)
        now = scene.now
        self.profile = profile
        memory = scene.accounts
    }

    /// IAM has one endpoint for each partition, which only a region outside of the first one tells.
    private static func isElsewhere(_ region: String) -> Bool {
        region.hasPrefix("cn-") || region.hasPrefix("us-gov-")
    }

    /// The same for what is not worth waiting for: nothing is asked again.
    var once: AWSReading {
        var reading = self
        reading.asking = RepeatedAsking(programs: asking.programs, clock: nil)
        return reading
    }

    /// Sees that the credentials are of an account, which is what an answer that something is not there is worth.
    ///
    /// - Parameter account: 12 digits.
    /// - Throws: `wrongAccount`, or why it could not be asked.
    func expect(_ account: String) async throws(AccessProblem) {
        let found = try await memory.account(of: [profile]) { () throws(AccessProblem) in
            let answer = try await require(["sts", "get-caller-identity"], "The account of the credentials")
            return answer.value["Account"]?.asText ?? ""
        }
        guard found == account else {
            throw AccessProblem(
                .wrongAccount, "The credentials are of account \(found), and account \(account) is meant",
                advice: profile.isEmpty
                    ? "Use credentials of account \(account), then look again."
                    : "Make the profile \(profile) one of account \(account), then look again.")
        }
    }
}
