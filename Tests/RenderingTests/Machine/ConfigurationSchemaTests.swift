import ClusterDump
import CredentialChains
import Foundation
import MigrationModel
import Rendering
import Testing

/// The schema of configurations and their reader agree, file by file.
@Suite(.serialized)
struct ConfigurationSchemaTests {
    private static let guid = "01234567-89ab-cdef-0123-456789abcdef"
    private static let eks = "name: a, platform: eks, region: eu-west-1, account: \"123456789012\""
    private static let aks = "name: a, platform: aks, tenant: \(guid), subscription: \(guid), resourceGroup: r"

    /// Files with one cluster.
    private static let clusters: [String] = [
        eks, "\(eks), podIdentityAgent: true, fargateNamespaces: [a, 12], clustersPerRole: 100, inputs: [\"*\"]",
        "\(eks), issuer: \"https://oidc.eks.eu-west-1.amazonaws.com/id/A\", hasIssuerProvider: false",
        "name: a, platform: eks, region: eu-west-1, account: 012345678901",
        "name: a, platform: gke, project: \"example.com:my-project\", projectNumber: 12345", aks,
        "name: 12, platform: self-managed", "name: a, platform: self-managed, issuer: \"https://a:8443/\"",
        "name: a, platform: self-managed, issuer: \"https://a\", account: \"123456789012\", tenant: \(guid)",
        "\(eks), trustOnlyFrom: {vpcs: [vpc-0a1b2c3d], endpoints: [vpce-0a1b2c3d4e5f60718]}",
        "\(eks), trustOnlyFrom: {addresses: [203.0.113.0/24, \"2001:db8::/32\", 198.51.100.7]}",
        // Wrong.
        "\(eks), trustOnlyFrom: {vpcs: [vpc-xyz]}", "\(eks), trustOnlyFrom: {addresses: [203.0.113.256]}",
        "\(eks), trustOnlyFrom: {addresses: [203.0.113.0/33]}", "\(eks), trustOnlyFrom: {vpcs: []}",
        "\(eks), trustOnlyFrom: {addresses: [203.0.113.0/24], vpcs: [vpc-0a1b2c3d]}",
        "\(eks), trustOnlyFrom: [vpc-0a1b2c3d]", "\(eks), trustOnlyFrom: {addresses: [203.0.113.01]}",
        "name: a, platform: self-managed, issuer: \"https://a\", trustOnlyFrom: {vpcs: [vpc-0a1b2c3d]}",
        "name: a, platform: eks", "name: a, platform: gke", "name: a, platform: aks", "platform: self-managed",
        "name: a", "\(eks), colour: 1", "\(eks), project: my-project", "\(eks), tenant: \(guid)",
        "\(aks), podIdentityAgent: true",
        "\(aks), account: \"123456789012\"", "\(aks), fargateNamespaces: [a]", "\(eks), inputs: []",
        "\(eks), inputs: a",
        "\(eks), inputs: [\" \"]", "\(eks), issuer: http://a", "\(eks), issuer: \"https://a \"",
        "\(eks), issuer: https://a/?b",
        "\(eks), issuer: ", "\(eks), hasIssuerProvider: yes", "\(eks), hasIssuerProvider: \"true\"",
        "\(eks), clustersPerRole: 0",
        "\(eks), clustersPerRole: 101", "\(eks), clustersPerRole: 1.5", "name: a/b, platform: self-managed",
        "name: a, platform: openshift", "name: a, platform: eks, region: West Europe, account: \"123456789012\"",
        "name: a, platform: eks, region: eu-west-1, account: \"12345678901\"",
        "name: a, platform: gke, project: Short", "name: a, platform: gke, project: my-project, projectNumber: x",
        "name: a, platform: self-managed, hasIssuerProvider: true",
        "name: a, platform: self-managed, subscription: \(guid)",
        "name: a, platform: aks, tenant: x, subscription: \(guid), resourceGroup: r",
        "name: a, platform: aks, tenant: \(guid), subscription: \(guid), resourceGroup: r.",
    ]

    /// Ends of files with a good cluster.
    private static let rests: [String] = [
        "", "preferences:\nservices:",
        "preferences: {mechanism: irsa, roleName: \"x-{cluster}\", soakHours: 1, quietDays: 365}",
        "preferences: {infrastructure: commands, servicesAtATime: 1000, waves: [[a/*], [\"a/b/c\", \"*\"]]}",
        "services: [{service: a/*, sdk: [boto3, google-adc], mechanism: eks-pod-identity, acceptDraft: true}]",
        "services: [{service: /Job/x, targetAccount: 111122223333, exempt: {reason: r, expires: 2028-02-29}}]",
        "services: [{service: a/*, policy: policies/a.json}]",
        // Wrong.
        "services: [{service: a/*, policy: }]", "services: [{service: a/*, policy: [a.json]}]",
        "preferences: []", "preferences: {mechanism: kiam}", "preferences: {mechanism: }",
        "preferences: {roleName: \"{account}\"}",
        "preferences: {roleName: \" \"}", "preferences: {roleName: \"{cluster\"}", "preferences: {soakHours: 0}",
        "preferences: {soakHours: 721}", "preferences: {soakHours: \"24\"}", "preferences: {soakHours: 24h}",
        "preferences: {quietDays: 366}",
        "preferences: {servicesAtATime: 1001}", "preferences: {infrastructure: pulumi}", "preferences: {waves: [a/*]}",
        "preferences: {waves: [[]]}", "preferences: {waves: [[a/b]]}", "preferences: {waves: [[\"\"]]}",
        "preferences: {soak: 1}", "services: {}",
        "services: [a/*]", "services: [{sdk: [boto3]}]", "services: [{service: a}]", "services: [{service: a/b/c/d}]",
        "services: [{service: \"a b/*\"}]", "services: [{service: a/*/c/*}]", "services: [{service: a/*, sdk: []}]",
        "services: [{service: a/*, sdk: [boto]}]", "services: [{service: a/*, sdk: boto3}]",
        "services: [{service: a/*, exempt: {reason: r}}]",
        "services: [{service: a/*, exempt: {reason: \"\", expires: 2027-01-31}}]",
        "services: [{service: a/*, exempt: {reason: r, expires: 2027-02-29}}]",
        "services: [{service: a/*, exempt: later}]",
        "services: [{service: a/*, exempt: }]", "services: [{service: a/*, targetAccount: \"1\"}]", "more: 1",
        "services: [{service: a/*, acceptDraft: on}]",
    ]

    private static let whole: [String] = [
        "version: \"1\"\nclusters: [{\(eks)}]", "version: 2\nclusters: [{\(eks)}]", "clusters: [{\(eks)}]",
        "version: 1", "[]", "a",
        "version: 1\nclusters: []", "version: 1\nclusters:",
        "version: 1\nclusters: [{\(eks)}, {name: b, platform: self-managed}]",
        "version: 1\nclusters: [{\(eks), inputs: [a]}, {name: b, platform: self-managed, inputs: [b]}]",
    ]

    private static func isAccepted(_ text: String) -> Bool {
        let families = CredentialChains.all.map(\.family.id)
        do throws(ConfigurationRefusal) {
            _ = try ConfigurationFile.read(Array(text.utf8), sdkFamilies: families)
            return true
        } catch {
            return false
        }
    }

    @Test(.enabled(if: Python.can("configurations")))
    func judgesAsTheReaderDoes() throws {
        let texts =
            Self.clusters.map { "version: 1\nclusters: [{\($0)}]\n" }
            + Self.rests.map { "version: 1\nclusters: [{\(Self.eks)}]\n\($0)\n" } + Self.whole
            + InitialConfigurationTests.known.map { InitialConfiguration.text(for: .init(clusters: [.init($0)])) }
        let files = try texts.map(Python.temporaryFile)
        let run = try Python.run("configurations", [Python.schema("configuration.v1.schema.json")] + files)
        #expect(run.status == 1, "\(run.output)")
        let refused = Set(run.output.split(separator: "\n").map(String.init))
        #expect(refused.isSubset(of: files), "\(run.output)")
        for (text, file) in zip(texts, files) {
            #expect(Self.isAccepted(text) == !refused.contains(file), "\(text)")
        }
        #expect(refused.count > 60 && refused.count < texts.count - 15)
    }

    /// A table of an SDK is one line in a list, and one in the schema.
    @Test func namesEverySDK() throws {
        let data = try Data(contentsOf: URL(filePath: Python.schema("configuration.v1.schema.json")))
        let schema = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let definitions = try #require(schema["$defs"] as? [String: [String: Any]])
        let properties = try #require(definitions["service"]?["properties"] as? [String: [String: Any]])
        let items = try #require(properties["sdk"]?["items"] as? [String: [String]])
        #expect(items["enum"]?.sorted() == CredentialChains.all.map(\.family.id).sorted())
    }
}

extension GuessedCluster {
    /// A cluster of which everything is known.
    fileprivate init(_ cluster: ClusterConfiguration) { self.init(cluster: cluster, isPlatformKnown: true) }
}
