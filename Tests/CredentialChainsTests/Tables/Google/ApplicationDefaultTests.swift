import CredentialChains
import MigrationModel
import Testing

struct ApplicationDefaultTests {
    private static let path = "/secrets/key.json"
    private static let named = Piece.variables(["GOOGLE_APPLICATION_CREDENTIALS": path])
    private static let wellKnown = "/root/.config/gcloud/application_default_credentials.json"
    private static let workload = Piece.metadata(.google, .workload(.gkeWorkloadIdentity))

    private func outcome(_ pieces: Piece...) throws -> CredentialOutcome {
        let chain = try #require(CredentialChains.chain("google-adc"))
        return chain.outcome(.holding(pieces))
    }

    @Test func theNamedFileShadowsTheWorkloadsIdentity() throws {
        let key = Piece.file(Self.path, .google(type: "service_account"))
        #expect(try outcome(Self.named, key, Self.workload) == .uses(.applicationCredentials, .fixed))
        #expect(try outcome(key, Self.workload) == .uses(.googleMetadata, .federated))
    }

    @Test func theNamedFileComesBeforeThatOfGcloud() throws {
        let user = Piece.file(Self.wellKnown, .google(type: "authorized_user"))
        let key = Piece.file(Self.path, .google(type: "service_account"))
        #expect(try outcome(Self.named, key, user) == .uses(.applicationCredentials, .fixed))
        #expect(try outcome(user, Self.workload) == .uses(.wellKnownFile, .fixed))
    }

    @Test func aNameWithoutItsFileStops() throws {
        #expect(try outcome(Self.named, Self.workload) == .fails(.applicationCredentials))
    }

    @Test(arguments: [FileContents.google(type: "service"), .other, .token])
    func aFileOfAnotherKindStops(_ contents: FileContents) throws {
        #expect(try outcome(Self.named, .file(Self.path, contents), Self.workload) == .fails(.applicationCredentials))
    }

    @Test func anEmptyNameIsNone() throws {
        let empty = Piece.variables(["GOOGLE_APPLICATION_CREDENTIALS": ""])
        #expect(try outcome(empty, Self.workload) == .uses(.googleMetadata, .federated))
    }

    @Test(arguments: [
        ("service_account", CredentialSource.Nature.fixed), ("authorized_user", .fixed),
        ("external_account", .federated), ("external_account_authorized_user", .fixed),
        ("impersonated_service_account", .indirect), ("gdch_service_account", .indirect),
    ])
    func natureOfEachType(_ type: String, _ nature: CredentialSource.Nature) throws {
        #expect(
            try outcome(Self.named, .file(Self.path, .google(type: type))) == .uses(.applicationCredentials, nature))
    }

    @Test func aNameFromASecretMeansTheOnlyFileThereIs() throws {
        let secret = Piece.secrets(["GOOGLE_APPLICATION_CREDENTIALS": .present])
        let key = Piece.file(Self.path, .google(type: "service_account"))
        #expect(try outcome(secret, key) == .uses(.applicationCredentials, .fixed))
        let other = Piece.file("/secrets/other.json", .google(type: "service_account"))
        #expect(try outcome(secret, key, other, Self.workload) == .uses(.googleMetadata, .federated))
        let chain = try #require(CredentialChains.chain("google-adc"))
        #expect(!chain.resolve(.holding(secret, key, other, Self.workload)).isCertain)
    }

    @Test func theFolderOfGcloudCanBeElsewhere() throws {
        let folder = Piece.variables(["CLOUDSDK_CONFIG": "/gcloud"])
        let user = Piece.file("/gcloud/application_default_credentials.json", .google(type: "authorized_user"))
        #expect(try outcome(folder, user) == .uses(.wellKnownFile, .fixed))
        #expect(try outcome(folder, .file(Self.wellKnown, .google(type: "authorized_user"))) == .nothing)
    }

    @Test func theMetadataServer() throws {
        #expect(try outcome(.metadata(.google, .node)) == .uses(.googleMetadata, .node))
        #expect(try outcome(Self.workload, .variables(["NO_GCE_CHECK": "true"])) == .nothing)
        let chain = try #require(CredentialChains.chain("google-adc"))
        #expect(!chain.resolve(CredentialSetting()).isCertain)
    }
}
