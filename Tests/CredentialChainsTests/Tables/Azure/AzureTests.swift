import CredentialChains
import MigrationModel
import Testing

struct AzureTests {
    private static let principal = Piece.variables(["AZURE_CLIENT_ID": "c", "AZURE_TENANT_ID": "t"])
    private static let secret = Piece.secrets(["AZURE_CLIENT_SECRET": .present])
    private static let certificate = Piece.both(
        .variables(["AZURE_CLIENT_CERTIFICATE_PATH": "/pem"]), .file("/pem", .other))
    private static let user = Piece.secrets(["AZURE_USERNAME": .present, "AZURE_PASSWORD": .present])
    private static let tokenPath = "/var/run/secrets/azure/wi/token/azure-identity-token"
    private static let token = Piece.both(
        .variables(["AZURE_FEDERATED_TOKEN_FILE": tokenPath]), .file(tokenPath, .token))
    private static let node = Piece.metadata(.azure, .node)

    static let families = ["azure", "azure-python"]

    private func outcome(_ family: String, _ pieces: Piece...) throws -> CredentialOutcome {
        try #require(CredentialChains.chain(family)).outcome(.holding([Self.principal] + pieces))
    }

    /// Each source with all that come after it, so that every pair is decided by its neighbours.
    @Test(arguments: families)
    func order(_ family: String) throws {
        let order: [(Piece, CredentialOutcome)] = [
            (Self.secret, .uses(.clientSecret, .fixed)), (Self.certificate, .uses(.clientCertificate, .fixed)),
            (Self.user, .uses(.userPassword, .fixed)), (Self.token, .uses(.azureWorkloadIdentity, .federated)),
            (Self.node, .uses(.managedIdentity, .node)),
        ]
        let chain = try #require(CredentialChains.chain(family))
        for first in order.indices {
            for second in order.indices.dropFirst(first) {
                let setting = CredentialSetting.holding([Self.principal, order[second].0, order[first].0])
                #expect(chain.outcome(setting) == order[first].1, "\(first) and \(second)")
            }
        }
    }

    @Test(arguments: families)
    func aSecretShadowsWorkloadIdentity(_ family: String) throws {
        #expect(try outcome(family, Self.secret, Self.token) == .uses(.clientSecret, .fixed))
        #expect(try outcome(family, Self.token) == .uses(.azureWorkloadIdentity, .federated))
    }

    @Test func anEmptySecretCountsInPythonOnly() throws {
        let empty = Piece.secrets(["AZURE_CLIENT_SECRET": .empty])
        #expect(try outcome("azure-python", empty, Self.token) == .uses(.clientSecret, .fixed))
        #expect(try outcome("azure", empty, Self.token) == .uses(.azureWorkloadIdentity, .federated))
    }

    @Test(arguments: families)
    func aSecretWithoutTenantIsPassedOver(_ family: String) throws {
        let chain = try #require(CredentialChains.chain(family))
        let setting = CredentialSetting.holding(.variables(["AZURE_CLIENT_ID": "c"]), Self.secret, Self.node)
        #expect(chain.outcome(setting) == .uses(.managedIdentity, .node))
        #expect(chain.resolve(setting).attempts.first?.verdict == .ignored)
    }

    @Test(arguments: families)
    func idsAloneAreNothing(_ family: String) throws {
        let chain = try #require(CredentialChains.chain(family))
        #expect(chain.resolve(.holding(Self.principal)).attempts.allSatisfy { $0.verdict == .absent })
    }

    @Test(arguments: families)
    func aTokenFileThatIsNotThereStops(_ family: String) throws {
        let dangling = Piece.variables(["AZURE_FEDERATED_TOKEN_FILE": "/gone"])
        #expect(try outcome(family, dangling, Self.node) == .fails(.azureWorkloadIdentity))
    }

    @Test(arguments: [
        ("prod", CredentialOutcome.uses(.clientSecret, .fixed)), ("dev", .nothing),
        ("WorkloadIdentityCredential", .uses(.azureWorkloadIdentity, .federated)),
        ("managedidentitycredential", .uses(.managedIdentity, .node)),
        ("AzureCliCredential", .nothing),
    ])
    func theChainCanBeNarrowed(_ choice: String, _ expected: CredentialOutcome) throws {
        let narrowing = Piece.variables(["AZURE_TOKEN_CREDENTIALS": choice])
        for family in Self.families {
            #expect(try outcome(family, narrowing, Self.secret, Self.token, Self.node) == expected)
        }
    }

    @Test(arguments: families)
    func aRefusedSecretStops(_ family: String) throws {
        let chain = try #require(CredentialChains.chain(family))
        #expect(chain.resolve(.holding(Self.principal, Self.secret, Self.token)).onRefusal == .stops)
    }
}
