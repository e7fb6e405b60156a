@testable import CredentialChains
import MigrationModel
import Testing

/// Where files are looked for, and which profile is chosen.
struct ContainerViewTests {
    private let chain = CredentialChain.boto3
    private let found = CredentialOutcome.uses(.credentialsFile, .fixed)

    private func keys(at path: String) -> Piece { .section("default", of: path, Piece.keys) }

    @Test func homeDecides() {
        let home = Piece.variables(["HOME": "/home/app"])
        #expect(chain.outcome(.holding(home, keys(at: "/home/app/.aws/credentials"))) == found)
        #expect(chain.outcome(.holding(home, keys(at: "/root/.aws/credentials"))) == .nothing)
        let slash = Piece.variables(["HOME": "/home/app/"])
        #expect(chain.outcome(.holding(slash, keys(at: "/home/app/.aws/credentials"))) == found)
    }

    @Test func withoutHomeAnyMountOfThatNameIsIt() {
        #expect(chain.outcome(.holding(keys(at: "/root/.aws/credentials"))) == found)
        #expect(chain.outcome(.holding(keys(at: "/home/node/.aws/credentials"))) == found)
        #expect(chain.outcome(.holding(keys(at: "/home/node/aws/credentials"))) == .nothing)
    }

    @Test func twoMountsOfThatNameAreNotKnown() {
        let setting = CredentialSetting.holding(
            keys(at: "/home/a/.aws/credentials"), keys(at: "/home/b/.aws/credentials"))
        #expect(chain.outcome(setting) == .nothing)
        #expect(!chain.resolve(setting).isCertain)
    }

    @Test func locatorsReplaceTheUsualPlace() {
        let locator = Piece.variables(["AWS_SHARED_CREDENTIALS_FILE": "/etc/aws/keys"])
        #expect(chain.outcome(.holding(locator, keys(at: "/etc/aws/keys"))) == found)
        #expect(chain.outcome(.holding(locator, keys(at: "/root/.aws/credentials"))) == .nothing)
        let tilde = Piece.variables(["AWS_SHARED_CREDENTIALS_FILE": "~/keys", "HOME": "/app"])
        #expect(chain.outcome(.holding(tilde, keys(at: "/app/keys"))) == found)
        let config = Piece.variables(["AWS_CONFIG_FILE": "/etc/aws/config"])
        #expect(chain.outcome(.holding(config, keys(at: "/etc/aws/config"))) == .uses(.configFile, .fixed))
    }

    @Test func aLocatorWithoutTextMeansTheOnlyFileThereIs() {
        let locator = Piece.secrets(["AWS_SHARED_CREDENTIALS_FILE": .present])
        #expect(chain.outcome(.holding(locator, keys(at: "/a"))) == found)
        let two = CredentialSetting.holding(locator, keys(at: "/a"), keys(at: "/b"))
        #expect(chain.outcome(two) == .nothing)
        #expect(!chain.resolve(two).isCertain)
        #expect(!chain.resolve(.holding(locator)).isCertain)
    }

    @Test func emptyLocatorsNameNothingInBotocoreOnly() {
        let empty = CredentialSetting.holding(
            .variables(["AWS_SHARED_CREDENTIALS_FILE": ""]), keys(at: "/root/.aws/credentials"))
        #expect(chain.outcome(empty) == .nothing)
        #expect(CredentialChain.goV2.outcome(empty) == found)
    }

    @Test(arguments: [
        ("/secrets", true), ("/secrets/", true), ("/secrets/token", true), ("/secret", false), ("/secrets/tok", false),
    ])
    func foldersThatAreNotKnown(_ folder: String, _ covers: Bool) {
        let setting = CredentialSetting.holding(
            .unknownFolder(folder),
            .variables(["AWS_WEB_IDENTITY_TOKEN_FILE": "/secrets/token", "AWS_ROLE_ARN": "r"]))
        let verdict = chain.resolve(setting).attempts.first { $0.source == .webIdentity }?.verdict
        #expect(verdict == (covers ? .unknown : .fails))
    }

    @Test(arguments: ["relative/token", "~other/token", "$TOKEN"])
    func pathsThatDependOnWhatIsNotShown(_ path: String) {
        let setting = CredentialSetting.holding(
            .variables(["AWS_WEB_IDENTITY_TOKEN_FILE": path, "AWS_ROLE_ARN": "r"]))
        #expect(chain.resolve(setting).attempts.first { $0.source == .webIdentity }?.verdict == .unknown)
    }

    @Test(arguments: [
        ("default", "default", true), ("profile default", "default", true), ("profile p", "p", true),
        ("profile \"a b\"", "a b", true), ("profile\tp", "p", true), ("profile a b", "a b", false), ("p", "p", false),
        ("profilep", "p", false),
        ("profile", "", false), ("profile p", "profile p", false),
    ])
    func sectionsOfAConfigFile(_ section: String, _ profile: String, _ defines: Bool) {
        #expect(ProfileContents(section: section, settings: [:]).defines(profile) == defines)
    }

    @Test func aProfileOfASecretIsNotKnown() {
        let setting = CredentialSetting.holding(.secrets(["AWS_PROFILE": .present]), .credentialsFile)
        let resolution = chain.resolve(setting)
        #expect(resolution.attempts.first?.verdict == .unknown)
        #expect(resolution.attempts.first { $0.source == .credentialsFile }?.verdict == .unknown)
        let without = chain.resolve(.holding(.secrets(["AWS_PROFILE": .present]), .environment))
        #expect(without.outcome == .fails(.namedProfile))
    }
}
