import CredentialChains
import MigrationModel
import Testing

/// What a static source does to a federated one that comes in beside it, for every family; the planner rests on this.
struct ShadowMatrixTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let family: String
        let variablesShadowWebIdentity: Bool
        let filesShadowWebIdentity: Bool
        /// `nil` where Pod Identity is not supported at all.
        let staticShadowsPodIdentity: Bool?
        /// Which of the two federated sources comes first; `nil` where nobody has read it.
        let first: CredentialSource?
        var testDescription: String { family }
    }

    static let rows = [
        Row("boto3", true, false, true, .webIdentity),
        Row("go-v1", true, false, true, .webIdentity),
        Row("go-v2", true, false, true, .webIdentity),
        Row("java-v1", true, false, true, .webIdentity),
        Row("java-v2", true, false, true, .webIdentity),
        Row("kotlin", true, false, true, .webIdentity),
        Row("javascript-v2", true, true, true, .container),
        Row("javascript-v3", true, true, true, .webIdentity),
        Row("ruby", true, false, true, .webIdentity),
        Row("php", true, false, true, .webIdentity),
        Row("dotnet-v3", false, false, true, .webIdentity),
        Row("dotnet-v4", true, false, true, .webIdentity),
        Row("cpp", true, true, true, .webIdentity),
        Row("rust", true, true, true, .webIdentity),
        Row("swift", true, true, true, nil),
        Row("soto", true, false, nil, nil),
    ]

    @Test func coversEveryFamilyOfAWS() {
        #expect(
            Set(Self.rows.map(\.family)) == Set(CredentialChains.chains(of: .aws).map(\.family.id)))
    }

    @Test(arguments: rows)
    func variablesAndWebIdentity(_ row: Row) throws {
        try row.expect(
            row.variablesShadowWebIdentity ? .uses(.environment, .fixed) : .uses(.webIdentity, .federated),
            .environment, .webIdentity, .node)
    }

    @Test(arguments: rows)
    func filesAndWebIdentity(_ row: Row) throws {
        let federated = CredentialOutcome.uses(.webIdentity, .federated)
        try row.expect(
            row.filesShadowWebIdentity ? .uses(.credentialsFile, .fixed) : federated,
            .credentialsFile, .webIdentity, .node)
        try row.expect(
            row.filesShadowWebIdentity ? .uses(.configFile, .fixed) : federated, .configFile, .webIdentity, .node)
    }

    @Test(arguments: rows)
    func variablesAndPodIdentity(_ row: Row) throws {
        try row.expect(.uses(.environment, .fixed), .environment, .podIdentity, .node)
    }

    @Test(arguments: rows)
    func filesAndPodIdentity(_ row: Row) throws {
        let node = CredentialOutcome.uses(.instanceMetadata, .node)
        try row.expect(
            row.staticShadowsPodIdentity == nil ? node : .uses(.credentialsFile, .fixed),
            .credentialsFile, .podIdentity, .node)
        try row.expect(
            row.staticShadowsPodIdentity == nil ? node : .uses(.configFile, .fixed), .configFile, .podIdentity, .node)
    }

    @Test(arguments: rows)
    func bothFederations(_ row: Row) throws {
        guard let first = row.first else { return }
        try row.expect(.uses(first, .federated), .webIdentity, .podIdentity, .node)
    }

    @Test func sotoKnowsNothingOfPodIdentity() throws {
        let soto = try #require(CredentialChains.chain("soto"))
        #expect(soto.outcome(.holding(.podIdentity, .node)) == .uses(.instanceMetadata, .node))
        #expect(soto.outcome(.holding(.podIdentity)) == .nothing)
        #expect(soto.outcome(.holding(.relativeURI, .node)) == .uses(.container, .federated))
    }

    @Test func aProfileGivesJavaScript3BackItsFederation() throws {
        let javaScript = try #require(CredentialChains.chain("javascript-v3"))
        let profile = Piece.variables(["AWS_PROFILE": "reports"])
        #expect(
            javaScript.outcome(.holding(.environment, .webIdentity, profile)) == .uses(.webIdentity, .federated))
        #expect(javaScript.outcome(.holding(.environment, .podIdentity, profile)) == .uses(.container, .federated))
    }

    @Test(arguments: ["java-v1", "java-v2", "kotlin"])
    func propertiesShadowToo(_ family: String) throws {
        let chain = try #require(CredentialChains.chain(family))
        let secret = family == "java-v1" ? "aws.secretKey" : "aws.secretAccessKey"
        let setting = CredentialSetting.holding(.properties("aws.accessKeyId", secret), .webIdentity, .podIdentity)
        #expect(chain.outcome(setting) == .uses(.systemProperties, .fixed))
    }

    @Test func olderNamesShadowInJavaScript2() throws {
        let chain = try #require(CredentialChains.chain("javascript-v2"))
        let setting = CredentialSetting.holding(
            .secrets(["AMAZON_ACCESS_KEY_ID": .present, "AMAZON_SECRET_ACCESS_KEY": .present]), .webIdentity)
        #expect(chain.outcome(setting) == .uses(.environment, .fixed))
    }
}

extension ShadowMatrixTests.Row {
    init(_ family: String, _ variables: Bool, _ files: Bool, _ podIdentity: Bool?, _ first: CredentialSource?) {
        self.init(
            family: family, variablesShadowWebIdentity: variables, filesShadowWebIdentity: files,
            staticShadowsPodIdentity: podIdentity, first: first)
    }

    func expect(_ outcome: CredentialOutcome, _ pieces: Piece..., location: SourceLocation = #_sourceLocation) throws {
        let chain = try #require(CredentialChains.chain(family))
        let setting = CredentialSetting.holding(pieces)
        #expect(chain.outcome(setting) == outcome, sourceLocation: location)
        #expect(chain.resolve(setting).outcome == outcome, sourceLocation: location)
    }
}
