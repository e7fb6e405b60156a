import CredentialChains
import MigrationModel
import Testing

/// What happens after a source has won and is then refused.
struct RefusalTests {
    @Test(arguments: ["java-v1", "java-v2", "kotlin", "php", "javascript-v2", "cpp", "soto", "swift"])
    func aRefusedRoleSlidesToTheNode(_ family: String) throws {
        let chain = try #require(CredentialChains.chain(family))
        #expect(chain.resolve(.holding(.webIdentity, .node)).onRefusal == .slides(to: .instanceMetadata))
        #expect(chain.resolve(.holding(.webIdentity)).onRefusal == .slides(to: nil))
    }

    @Test(arguments: ["boto3", "go-v1", "go-v2", "rust", "ruby", "javascript-v3", "dotnet-v3", "dotnet-v4"])
    func aRefusedRoleStops(_ family: String) throws {
        let chain = try #require(CredentialChains.chain(family))
        #expect(chain.resolve(.holding(.webIdentity, .node)).onRefusal == .stops)
    }

    @Test(arguments: ["java-v2", "php"])
    func theFirstSourceBehindComesNext(_ family: String) throws {
        let chain = try #require(CredentialChains.chain(family))
        let resolution = chain.resolve(.holding(.webIdentity, .credentialsFile, .node))
        #expect(resolution.onRefusal == .slides(to: .credentialsFile))
    }

    /// The endpoint and the node are one provider in PHP, two in Java.
    @Test func aRefusedEndpoint() throws {
        let php = try #require(CredentialChains.chain("php"))
        let java = try #require(CredentialChains.chain("java-v2"))
        #expect(php.resolve(.holding(.podIdentity, .node)).onRefusal == .slides(to: nil))
        #expect(java.resolve(.holding(.podIdentity, .node)).onRefusal == .slides(to: .instanceMetadata))
    }

    /// A key is handed over unasked: it is the call that is refused, and no chain is walked again for that.
    @Test func aRefusedKeyStopsEverywhere() {
        for chain in CredentialChains.chains(of: .aws) {
            let setting = CredentialSetting.holding(.environment, .node)
            #expect(chain.resolve(setting).onRefusal == .stops, "\(chain.family.id)")
        }
    }
}
