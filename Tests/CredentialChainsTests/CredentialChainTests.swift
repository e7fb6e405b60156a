@testable import CredentialChains
import MigrationModel
import Testing

/// The walk down a table.
struct CredentialChainTests {
    private let boto = CredentialChain.boto3

    @Test func saysOfEachPlaceWhatCameOfIt() throws {
        let java = try #require(CredentialChains.chain("java-v2"))
        let resolution = java.resolve(.holding(.secrets(["AWS_ACCESS_KEY_ID": .present]), .webIdentity, .podIdentity))
        #expect(
            resolution.attempts == [
                attempt(.systemProperties, .fixed, .absent, "aws.accessKeyId is not set"),
                attempt(
                    .environment, .fixed, .ignored, "AWS_SECRET_ACCESS_KEY is not set", ["AWS_ACCESS_KEY_ID"]),
                attempt(
                    .webIdentity, .federated, .wins, "all that it needs is there",
                    ["AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN", Piece.tokenPath]),
                attempt(.webIdentityProfile, .federated, .absent, "web_identity_token_file is not set"),
                attempt(.ssoProfile, .indirect, .absent, "sso_account_id is not set"),
                attempt(.assumeRoleProfile, .indirect, .absent, "role_arn is not set"),
                attempt(.process, .indirect, .absent, "credential_process is not set"),
                attempt(.credentialsFile, .fixed, .absent, "~/.aws/credentials is not there"),
                attempt(.configFile, .fixed, .absent, "~/.aws/config is not there"),
                attempt(
                    .container, .federated, .shadowed, "all that it needs is there",
                    ["AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"]),
                attempt(.instanceMetadata, .node, .absent, "the cloud is another one"),
            ])
    }

    @Test func takesTheNodeWhereNothingIsSaidOfIt() {
        #expect(boto.outcome(CredentialSetting()) == .uses(.instanceMetadata, .node))
        #expect(boto.outcome(.holding()) == .nothing)
    }

    @Test func whatFailsBehindTheWinnerIsOnlyPassedOver() {
        let resolution = boto.resolve(
            .holding(.environment, .variables(["AWS_CONTAINER_CREDENTIALS_FULL_URI": ""])))
        #expect(resolution.outcome == .uses(.environment, .fixed))
        #expect(resolution.attempts.first { $0.source == .container }?.verdict == .ignored)
    }

    @Test func nothingWinsBehindWhatFails() {
        let resolution = boto.resolve(.holding(.secrets(["AWS_ACCESS_KEY_ID": .present]), .webIdentity))
        #expect(resolution.outcome == .fails(.environment))
        #expect(resolution.attempts.first { $0.source == .webIdentity }?.verdict == .shadowed)
        #expect(resolution.onRefusal == .stops)
    }

    @Test func isCertainOnlyWhenNothingUnknownComesFirst() {
        let unknown = Piece.unknownFolder("/root/.aws")
        #expect(boto.resolve(.holding(unknown, .environment)).isCertain)
        let resolution = boto.resolve(.holding(unknown, .podIdentity))
        #expect(!resolution.isCertain)
        #expect(resolution.outcome == .uses(.container, .federated))
        #expect(resolution.attempts.first { $0.source == .credentialsFile }?.verdict == .unknown)
    }

    @Test func citesASourceForEachRow() {
        for chain in CredentialChains.all {
            #expect(!chain.rows.isEmpty)
            for row in chain.rows { #expect(row.citation.contains(":") || row.citation.contains(","), "\(row)") }
        }
    }

    @Test func theQuickAnswerIsTheLongOne() {
        let pieces: [Piece] = [
            .environment, .webIdentity, .podIdentity, .credentialsFile, .configFile, .node,
            .secrets(["AWS_ACCESS_KEY_ID": .empty]), .variables(["AWS_PROFILE": "gone"]),
            .variables(["AWS_CONTAINER_CREDENTIALS_FULL_URI": ""]), .unknownFolder("/root"),
        ]
        for chosen in 0..<(1 << pieces.count) {
            let setting = CredentialSetting.holding(
                pieces.indices.filter { chosen & (1 << $0) != 0 }.map { pieces[$0] })
            for chain in CredentialChains.all {
                #expect(chain.outcome(setting) == chain.resolve(setting).outcome, "\(chain.family.id) \(chosen)")
            }
        }
    }

    private func attempt(
        _ source: CredentialSource, _ nature: CredentialSource.Nature, _ verdict: CredentialAttempt.Verdict,
        _ reason: String, _ parts: [String] = []
    ) -> CredentialAttempt {
        CredentialAttempt(source: source, nature: nature, verdict: verdict, reason: reason, parts: parts)
    }
}
