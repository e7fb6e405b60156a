import CredentialChains
import MigrationModel
import Testing

/// Half pairs, empty values and dangling names, as each family takes them.
struct OddValueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let family: String
        let testDescription: String
        let pieces: [Piece]
        let outcome: CredentialOutcome

        init(_ family: String, _ situation: String, _ outcome: CredentialOutcome, _ pieces: Piece...) {
            self.family = family
            testDescription = family + ": " + situation
            self.outcome = outcome
            self.pieces = pieces
        }
    }

    private static let federated = CredentialOutcome.uses(.webIdentity, .federated)
    private static let fixed = CredentialOutcome.uses(.environment, .fixed)
    private static let inFile = CredentialOutcome.uses(.credentialsFile, .fixed)
    private static let endpoint = CredentialOutcome.uses(.container, .federated)
    private static let node = CredentialOutcome.uses(.instanceMetadata, .node)

    private static let id = Piece.secrets(["AWS_ACCESS_KEY_ID": .present])
    private static let secret = Piece.secrets(["AWS_SECRET_ACCESS_KEY": .present])
    private static let emptyID = Piece.secrets(["AWS_ACCESS_KEY_ID": .empty])
    private static let emptySecret = Piece.secrets(["AWS_SECRET_ACCESS_KEY": .empty])
    private static let blank = Piece.secrets(["AWS_ACCESS_KEY_ID": .blank, "AWS_SECRET_ACCESS_KEY": .blank])
    private static let profile = Piece.variables(["AWS_PROFILE": "p"])
    private static let keysOfProfile = Piece.section("p", of: Piece.credentialsPath, Piece.keys)
    private static let token = Piece.variables(["AWS_WEB_IDENTITY_TOKEN_FILE": Piece.tokenPath])
    private static let role = Piece.variables(["AWS_ROLE_ARN": "arn:aws:iam::123456789012:role/reports"])
    private static let emptyFull = Piece.variables(["AWS_CONTAINER_CREDENTIALS_FULL_URI": ""])
    private static let emptyKeys = ["aws_access_key_id": "", "aws_secret_access_key": ""]

    static let botocore = [
        Case("boto3", "an id without a secret stops", .fails(.environment), id, .webIdentity),
        Case("boto3", "an id with an empty secret stops", .fails(.environment), id, emptySecret, .webIdentity),
        Case("boto3", "a secret alone is passed over", federated, secret, .webIdentity),
        Case("boto3", "an empty id is passed over", federated, emptyID, secret, .webIdentity),
        Case("boto3", "blanks are keys", fixed, blank, .webIdentity),
        Case("boto3", "a profile leaves the keys alone", fixed, profile, keysOfProfile, .environment),
        Case("boto3", "a profile with keys comes after IRSA", federated, profile, keysOfProfile, .webIdentity),
        Case("boto3", "a missing profile stops before the keys", .fails(.namedProfile), profile, .environment),
        Case("boto3", "a missing profile stops before IRSA", .fails(.namedProfile), profile, .webIdentity),
        Case(
            "boto3", "a token without a role stops", .fails(.webIdentity), token, .file(Piece.tokenPath, .token), .node),
        Case("boto3", "a role without a token variable is passed over", node, role, .node),
        Case(
            "boto3", "an empty token variable is passed over", node, role, .node,
            .variables(["AWS_WEB_IDENTITY_TOKEN_FILE": ""])),
        Case("boto3", "a token file that is not there stops", .fails(.webIdentity), token, role, .node),
        Case("boto3", "an empty full URI stops", .fails(.container), emptyFull, .node),
        Case(
            "boto3", "empty keys in a file win", inFile,
            .section("default", of: Piece.credentialsPath, emptyKeys), .podIdentity),
        Case(
            "boto3", "a file without the profile is passed over", endpoint,
            .section("other", of: Piece.credentialsPath, Piece.keys), .podIdentity),
        Case(
            "boto3", "half a pair in a file stops", .fails(.credentialsFile),
            .section("default", of: Piece.credentialsPath, ["aws_access_key_id": "k"]), .podIdentity),
        Case(
            "boto3", "the older default variable comes first", .fails(.namedProfile), profile, keysOfProfile,
            .variables(["AWS_DEFAULT_PROFILE": "gone"])),
        Case(
            "boto3", "a role in a profile beats IRSA", .uses(.assumeRoleProfile, .indirect), .webIdentity,
            .profile(["role_arn": "r", "source_profile": "base"]),
            .section("profile base", of: Piece.configPath, Piece.keys)),
        Case(
            "boto3", "no metadata still leaves the endpoint", endpoint, .podIdentity, .node,
            .variables(["AWS_EC2_METADATA_DISABLED": "true"])),
        Case("boto3", "no metadata is no node", .nothing, .node, .variables(["AWS_EC2_METADATA_DISABLED": "True"])),
        Case("boto3", "metadata that is not disabled", node, .node, .variables(["AWS_EC2_METADATA_DISABLED": "1"])),
    ]

    static let others = [
        Case("go-v1", "half a pair is ignored", federated, id, emptySecret, .webIdentity),
        Case("go-v2", "half a pair is ignored", federated, emptyID, secret, .webIdentity),
        Case("go-v1", "a token without a role stops", .fails(.webIdentity), token, .credentialsFile),
        Case("go-v2", "a token without a role stops", .fails(.webIdentity), token, .credentialsFile),
        Case("go-v2", "a missing profile stops before the keys", .fails(.namedProfile), profile, .environment),
        Case("go-v1", "a missing profile leaves the keys", fixed, profile, .environment),
        Case("go-v1", "the config file is closed", node, .section("default", of: Piece.configPath, Piece.keys), .node),
        Case(
            "go-v1", "older names", fixed, .secrets(["AWS_ACCESS_KEY": .present, "AWS_SECRET_KEY": .present]),
            .webIdentity),
        Case("java-v2", "blanks are trimmed away", federated, blank, .webIdentity),
        Case("java-v2", "half a pair moves on", federated, id, .webIdentity),
        Case("java-v2", "a missing token slides to the files", inFile, token, role, .credentialsFile, .node),
        Case("java-v2", "a missing token slides to the node", node, token, role, .node),
        Case("java-v1", "blanks are trimmed away", federated, blank, .webIdentity),
        Case(
            "java-v1", "older names", fixed, .secrets(["AWS_ACCESS_KEY": .present, "AWS_SECRET_KEY": .present]),
            .webIdentity),
        Case(
            "java-v1", "an empty first name hides the second", federated, .environment,
            .secrets(["AWS_SECRET_KEY": .empty]), .webIdentity),
        Case("javascript-v3", "half a pair moves on", federated, id, .webIdentity),
        Case("javascript-v3", "a profile keeps the keys out", .nothing, profile, .environment),
        Case("javascript-v3", "a profile is used instead", inFile, profile, keysOfProfile, .environment),
        Case("rust", "blanks are not set", federated, blank, .webIdentity),
        Case(
            "rust", "the short name of the secret", fixed, id, .secrets(["SECRET_ACCESS_KEY": .present]), .webIdentity),
        Case(
            "rust", "a token without a role stops", .fails(.webIdentity), token, .file(Piece.tokenPath, .token), .node),
        Case("php", "half a pair moves on", federated, emptyID, secret, .webIdentity),
        Case("php", "a failing IRSA ends at the node", node, token, role, .node),
        Case(
            "php", "empty keys in a file are keys", inFile,
            .section("default", of: Piece.credentialsPath, emptyKeys), .podIdentity),
        Case(
            "php", "AWS_CONFIG_FILE means nothing", .nothing, .section("default", of: "/etc/aws", Piece.keys),
            .variables(["AWS_CONFIG_FILE": "/etc/aws"])),
        Case(
            "php", "a container endpoint keeps the node out", .nothing, .node,
            .variables(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://10.0.0.1/"])),
        Case(
            "php", "the default profile of the config file has a prefix", endpoint, .podIdentity,
            .section("default", of: Piece.configPath, Piece.keys)),
        Case(
            "java-v2", "a role that nothing backs takes the keys along", endpoint, .podIdentity, .credentialsFile,
            .profile(["role_arn": "r", "source_profile": "gone"])),
        Case(
            "javascript-v2", "the locator is not heeded", endpoint, .podIdentity,
            .section("default", of: "/keys", Piece.keys), .variables(["AWS_SHARED_CREDENTIALS_FILE": "/keys"])),
        Case(
            "javascript-v2", "the locator is heeded", inFile, .podIdentity,
            .section("default", of: "/keys", Piece.keys),
            .variables(["AWS_SHARED_CREDENTIALS_FILE": "/keys", "AWS_SDK_LOAD_CONFIG": "1"])),
        Case("dotnet-v4", "a missing profile stops", .fails(.namedProfile), profile, .credentialsFile, .node),
        Case("dotnet-v4", "a missing profile leaves the keys", fixed, profile, .environment),
        Case("dotnet-v3", "a missing profile moves on", fixed, profile, .environment),
        Case(
            "dotnet-v3", "the short name of the secret", fixed, id, .secrets(["AWS_SECRET_KEY": .present])),
        Case(
            "ruby", "an empty first name hides the second", federated, .webIdentity, secret, emptyID,
            .secrets(["AMAZON_ACCESS_KEY_ID": .present])),
        Case(
            "ruby", "older names", fixed, .webIdentity,
            .secrets(["AMAZON_ACCESS_KEY_ID": .present, "AWS_SECRET_KEY": .present])),
        Case(
            "ruby", "an empty token variable stops", .fails(.webIdentity), role, .credentialsFile,
            .variables(["AWS_WEB_IDENTITY_TOKEN_FILE": ""])),
        Case("ruby", "a token without a role is passed over", inFile, token, .credentialsFile),
        Case("soto", "empty values are keys", fixed, emptyID, emptySecret, .webIdentity),
        Case("soto", "an id alone is none", federated, id, .webIdentity),
        Case("cpp", "a missing token slides to the node", node, token, role, .node),
        Case(
            "javascript-v2", "no IPv6 endpoint over HTTP", node, .node,
            .variables(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://[fd00:ec2::23]/v1/credentials"])),
        Case(
            "go-v2", "an IPv6 endpoint", endpoint, .node,
            .variables(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://[fd00:ec2::23]/v1/credentials"])),
    ]

    @Test(arguments: botocore + others)
    func outcome(_ example: Case) throws {
        let chain = try #require(CredentialChains.chain(example.family))
        let setting = CredentialSetting.holding(example.pieces)
        #expect(chain.outcome(setting) == example.outcome)
        let resolution = chain.resolve(setting)
        #expect(resolution.outcome == example.outcome)
        #expect(resolution.isCertain)
    }

    /// `--profile`, or a session's argument: keys and IRSA of the environment are out of the game.
    @Test(arguments: ["boto3", "go-v1", "go-v2", "ruby"])
    func aProfileInCodeComesFirst(_ family: String) throws {
        let chain = try #require(CredentialChains.chain(family))
        let setting = CredentialSetting.holding(.environment, .webIdentity, Self.keysOfProfile)
        #expect(chain.outcome(setting, profileInCode: "p") == Self.inFile)
        #expect(chain.outcome(setting) == Self.fixed)
    }

    @Test func aMissingProfileInCodeStops() throws {
        let boto = try #require(CredentialChains.chain("boto3"))
        let setting = CredentialSetting.holding(.environment, .webIdentity, Self.keysOfProfile)
        #expect(boto.outcome(setting, profileInCode: "gone") == .fails(.namedProfile))
    }

    /// Which of the two variables is asked shows in which of them may be wrong.
    @Test(arguments: [("boto3", true), ("javascript-v2", true), ("rust", true), ("go-v1", false), ("go-v2", false)])
    func relativeOrFullURI(_ family: String, _ relativeFirst: Bool) throws {
        let chain = try #require(CredentialChains.chain(family))
        let setting = CredentialSetting.holding(
            .relativeURI, .variables(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://10.0.0.1/"]))
        let full = chain.resolve(setting).attempts.first { $0.source == .container }
        #expect((full?.verdict == .wins) == relativeFirst)
    }
}
