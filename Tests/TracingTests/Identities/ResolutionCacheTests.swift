import MigrationModel
import Testing

@testable import Tracing

struct ResolutionCacheTests {
    private func setting(
        _ variables: [String: String], origin: SettingOrigin = .unknown, folders: Set<String> = []
    ) -> CredentialSetting {
        CredentialSetting(
            variables: variables.mapValues { Setting(shape: .present, text: $0, origin: origin) },
            unknownFolders: folders)
    }

    private func isShared(_ one: CredentialSetting, _ other: CredentialSetting) -> Bool {
        let cache = ResolutionCache()
        return cache.resolve(one, for: .aws, families: ["boto3"])
            === cache.resolve(other, for: .aws, families: ["boto3"])
    }

    @Test func worksOutOnceWhatSDKsCannotTellApart() {
        let role = ["AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/a", "AWS_WEB_IDENTITY_TOKEN_FILE": "/t"]
        let other = ["AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/b", "AWS_WEB_IDENTITY_TOKEN_FILE": "/t"]
        #expect(isShared(setting(role), setting(other, origin: .injected(.irsa))))
    }

    @Test(arguments: [
        ["AWS_PROFILE": "b"], ["AWS_DEFAULT_PROFILE": "a"], ["AWS_PROFILE": "a", "AWS_REGION": "x"], [:],
    ])
    func worksOutAgainWhatTheyCan(variables: [String: String]) {
        #expect(!isShared(setting(["AWS_PROFILE": "a"]), setting(variables)))
        #expect(!isShared(setting([:]), setting([:], folders: ["/root/.aws"])))
    }
}
