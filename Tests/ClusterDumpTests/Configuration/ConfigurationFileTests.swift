import ClusterDump
import MigrationModel
import Testing

struct ConfigurationFileTests {
    static func read(_ text: String) throws(ConfigurationRefusal) -> Configuration {
        try ConfigurationFile.read(Array(text.utf8), sdkFamilies: ["boto3", "java-v2"])
    }

    static let complete = """
        version: 1
        clusters:
          - name: prod-eu
            platform: eks
            region: eu-west-1
            account: "123456789012"
            issuer: https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE
            inputs: ["dump.json"]          # may be left out with one cluster
            hasIssuerProvider: true
            fargateNamespaces: [batch]
            podIdentityAgent: true
            clustersPerRole: 2
            trustOnlyFrom: {vpcs: [vpc-0a1b2c3d4e5f60718]}
        preferences:
          mechanism: eks-pod-identity
          roleName: "{cluster}-{namespace}-{serviceAccount}"
          soakHours: 48
          quietDays: 14
          servicesAtATime: 3
          infrastructure: commands
          waves:
            - ["staging/*"]
            - ["production/Deployment/order-*"]
        services:
          - service: production/CronJob/report
            sdk: [boto3]
            mechanism: irsa
            targetAccount: "111122223333"
            acceptDraft: true
            policy: policies/report.json
          - service: legacy/*
            exempt: {reason: "OPS-12: replaced in spring", expires: 2027-03-31}
        """

    @Test func readsEveryField() throws {
        let expected = Configuration(
            clusters: [
                ClusterConfiguration(
                    name: "prod-eu", inputs: ["dump.json"], platform: .eks, region: "eu-west-1",
                    account: "123456789012",
                    issuer: "https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE",
                    hasIssuerProvider: true, fargateNamespaces: ["batch"], hasPodIdentityAgent: true,
                    clustersPerRole: 2,
                    network: TrustedNetwork(vpcs: ["vpc-0a1b2c3d4e5f60718"]))
            ],
            preferences: Preferences(
                mechanism: .eksPodIdentity, soakHours: 48, quietDays: 14, servicesAtATime: 3,
                waves: [["staging/*"], ["production/Deployment/order-*"]], infrastructure: .commands),
            services: [
                ServiceConfiguration(
                    service: "production/CronJob/report", mechanism: .irsa, sdk: ["boto3"],
                    targetAccount: "111122223333", acceptsDraft: true, policy: "policies/report.json"),
                ServiceConfiguration(
                    service: "legacy/*",
                    exemption: .init(reason: "OPS-12: replaced in spring", expires: "2027-03-31")),
            ])
        #expect(try Self.read(Self.complete) == expected)
    }

    @Test func readsOtherClouds() throws {
        let guid = "01234567-89ab-cdef-0123-456789ABCDEF"
        let text = """
            version: 1
            clusters:
              - {name: a, inputs: [a.json], platform: gke, project: my-project-1, projectNumber: 123456, region: europe-west1-b}
              - {name: b, inputs: [b.json], platform: aks, tenant: \(guid), subscription: \(guid), resourceGroup: rg (1)}
              - {name: c, inputs: [c.json], platform: self-managed, account: 052310077262, issuer: "https://issuer.example.com:8443/"}
            """
        let expected = [
            ClusterConfiguration(
                name: "a", inputs: ["a.json"], platform: .gke, region: "europe-west1-b", project: "my-project-1",
                projectNumber: "123456"),
            ClusterConfiguration(
                name: "b", inputs: ["b.json"], platform: .aks, tenant: guid, subscription: guid, resourceGroup: "rg_1"),
            ClusterConfiguration(
                name: "c", inputs: ["c.json"], platform: .selfManaged, account: "052310077262",
                issuer: "https://issuer.example.com:8443/"),
        ]
        #expect(try Self.read(text.replacing("rg (1)", with: "rg_1")).clusters == expected)
    }

    /// What the file says counts, not the number that a reader of YAML could take it for.
    @Test(arguments: ["123456789012", "012345670123", "000000000001", "\"012345678901\""])
    func keepsTheDigitsOfAccounts(account: String) throws {
        let text = "version: 1\nclusters: [{name: a, platform: eks, region: eu-west-1, account: \(account)}]\n"
        #expect(try Self.read(text).clusters.map(\.account) == [account.replacing("\"", with: "")])
    }

    @Test(arguments: ["preferences:\nservices:\n", "preferences: {}\nservices: []\n", "preferences:\n  waves:\n", ""])
    func hasDefaults(rest: String) throws {
        let configuration = try Self.read("version: 1\nclusters: [{name: a, platform: self-managed}]\n" + rest)
        #expect(
            configuration == Configuration(clusters: [ClusterConfiguration(name: "a", platform: .selfManaged)]))
    }

    @Test func takesNumbersAtTheEdges() throws {
        let start = "version: 1\nclusters: [{name: a, platform: self-managed}]\npreferences: "
        let low = try Self.read(start + "{soakHours: 1, quietDays: 1, servicesAtATime: 1}")
        #expect(low.preferences == Preferences(soakHours: 1, quietDays: 1, servicesAtATime: 1))
        let high = try Self.read(start + "{soakHours: 720, quietDays: 365, servicesAtATime: 1000}")
        #expect(high.preferences == Preferences(soakHours: 720, quietDays: 365, servicesAtATime: 1000))
    }
}
