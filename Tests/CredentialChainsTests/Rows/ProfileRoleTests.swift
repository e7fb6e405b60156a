import CredentialChains
import MigrationModel
import Testing

/// Roles that profiles assume for each other; what botocore makes of them is in `BotocoreOddities`.
struct ProfileRoleTests {
    private func outcome(_ sections: [(String, [String: String])]) throws -> CredentialOutcome {
        let boto = try #require(CredentialChains.chain("boto3"))
        return boto.outcome(
            .holding(sections.map { .section($0.0, of: Piece.configPath, $0.1) } + [Piece.podIdentity]))
    }

    private func chain(_ links: Int) -> [(String, [String: String])] {
        [("default", ["role_arn": "r", "source_profile": "p1"])]
            + (1..<links).map { ("profile p\($0)", ["role_arn": "r", "source_profile": "p\($0 + 1)"]) }
            + [("profile p\(links)", Piece.keys)]
    }

    @Test func aRoleOfARole() throws {
        #expect(try outcome(chain(1)) == .uses(.assumeRoleProfile, .indirect))
        #expect(try outcome(chain(5)) == .uses(.assumeRoleProfile, .indirect))
    }

    @Test func aCircleStops() throws {
        let circle = [
            ("default", ["role_arn": "r", "source_profile": "other"]),
            ("profile other", ["role_arn": "r", "source_profile": "default"]),
        ]
        #expect(try outcome(circle) == .fails(.assumeRoleProfile))
    }

    /// Thousands of profiles in a row are followed no further than anybody would write them.
    @Test func aWayWithoutEndIsNotKnown() throws {
        #expect(try outcome(chain(2000)) == .uses(.container, .federated))
    }

    @Test func aSourceWithoutTextIsTakenToBeThere() throws {
        let boto = try #require(CredentialChains.chain("boto3"))
        let section = ProfileContents(section: "default", settings: ["role_arn": .present, "source_profile": .present])
        let setting = CredentialSetting.holding(.file(Piece.credentialsPath, .profiles([section])))
        #expect(boto.outcome(setting) == .uses(.assumeRoleProfile, .indirect))
    }
}
