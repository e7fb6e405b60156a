import ClusterDump
import MigrationModel
import Rendering
import Testing

struct InitialConfigurationTests {
    private static let guid = "01234567-89ab-cdef-0123-456789abcdef"

    static let known: [ClusterConfiguration] = [
        ClusterConfiguration(
            name: "prod-eu", inputs: ["*"], platform: .eks, region: "eu-west-1", account: "012345678901",
            fargateNamespaces: ["batch", "123"]),
        ClusterConfiguration(name: "prod", inputs: ["a b.json"], platform: .gke, project: "my-project"),
        ClusterConfiguration(
            name: "no", inputs: ["- # x: \n\u{2028}.json"], platform: .aks, tenant: guid, subscription: guid,
            resourceGroup: "team"),
        ClusterConfiguration(name: "1e3", inputs: ["~", "*.yaml"], platform: .selfManaged),
    ]

    private func read(_ text: String) throws(ConfigurationRefusal) -> Configuration {
        try ConfigurationFile.read(Array(text.utf8), sdkFamilies: ["boto3"])
    }

    private func guess(_ cluster: ClusterConfiguration) -> GuessedCluster {
        let reasons = GuessedCluster.Field.allCases.map { ($0, "reason\nplatform: gke\u{85}\u{2028}\u{1B}[2J") }
        return GuessedCluster(
            cluster: cluster, isPlatformKnown: true, reasons: Dictionary(uniqueKeysWithValues: reasons))
    }

    @Test(arguments: known)
    func isAcceptedAsItIs(cluster: ClusterConfiguration) throws {
        let text = InitialConfiguration.text(for: GuessedConfiguration(clusters: [guess(cluster)]))
        #expect(try read(text) == Configuration(clusters: [cluster]))
    }

    @Test func writesSeveralClusters() throws {
        let text = InitialConfiguration.text(for: GuessedConfiguration(clusters: Self.known.map(guess)))
        #expect(try read(text).clusters == Self.known)
    }

    /// The lines that a person fills in are those that the reader asks for.
    @Test func isAcceptedWhenItIsFilledIn() throws {
        let nothing = GuessedCluster(
            cluster: ClusterConfiguration(name: "", platform: .selfManaged), isPlatformKnown: false)
        var text = InitialConfiguration.text(for: GuessedConfiguration(clusters: [nothing]))
        let refusal = #expect(throws: ConfigurationRefusal.self) { _ = try self.read(text) }
        #expect(refusal?.problems.map(\.code) == [.missingField, .missingField])
        for (open, filled) in [
            ("# name: NAME", "name: prod"), ("# platform: eks", "platform: eks"),
            ("# region: REGION", "region: eu-west-1"),
            ("# account: \"123456789012\"", "account: \"123456789012\""),
            ("# issuer: https://…", "issuer: https://oidc.example.com"), ("# clustersPerRole: 1", "clustersPerRole: 2"),
            ("# - [\"staging/*\"]", "- [\"staging/*\"]"), ("# mechanism: eks", "mechanism: eks"),
            ("# - service: legacy/*", "- service: legacy/*"), ("#   exempt: {", "  exempt: {"),
        ] {
            #expect(text.contains(open))
            text = text.replacing(open, with: filled)
        }
        let expected = Configuration(
            clusters: [
                ClusterConfiguration(
                    name: "prod", inputs: ["*"], platform: .eks, region: "eu-west-1", account: "123456789012",
                    issuer: "https://oidc.example.com", clustersPerRole: 2)
            ],
            preferences: Preferences(mechanism: .eksPodIdentity, waves: [["staging/*"]]),
            services: [
                ServiceConfiguration(
                    service: "legacy/*", exemption: .init(reason: "replaced in spring", expires: "2027-03-31"))
            ])
        #expect(try read(text) == expected)
    }

    @Test func offersServices() throws {
        let services = [
            GuessedService(pattern: "a/Deployment/*", keys: 1, targetAccount: "012345678901"),
            GuessedService(pattern: "*/Job/x", keys: 1),
        ]
        let text = InitialConfiguration.text(
            for: GuessedConfiguration(clusters: [guess(Self.known[0])], services: services))
        #expect(try read(text).services.isEmpty)
        let pinned = text.replacing("  # - service: a/", with: "  - service: a/")
            .replacing("  #   targetAccount:", with: "    targetAccount:")
            .replacing("  # - service: \"*/", with: "  - service: \"*/")
            .replacing("  # - service: '*/", with: "  - service: '*/")
        #expect(
            try read(pinned).services == [
                ServiceConfiguration(service: "a/Deployment/*", targetAccount: "012345678901"),
                ServiceConfiguration(service: "*/Job/x"),
            ])
    }

    /// Names from a cluster stay in their comment or their quotes.
    @Test func survivesHostileNames() throws {
        let hostile = "x\nversion: 2\r# \u{85}\u{2028}\u{2029}\u{1B}]0;t\u{7}\u{202E} *&!|>'\"%@`"
        let cluster = ClusterConfiguration(
            name: hostile, inputs: [hostile], platform: .eks, region: hostile, account: hostile,
            fargateNamespaces: [hostile])
        let text = InitialConfiguration.text(
            for: GuessedConfiguration(
                clusters: [guess(cluster)],
                services: [GuessedService(pattern: hostile, keys: 1, targetAccount: hostile)]))
        let refusal = #expect(throws: ConfigurationRefusal.self) { _ = try self.read(text) }
        #expect(Set(refusal?.problems.map(\.code) ?? []) == [.invalidValue])
        #expect(refusal?.problems.count == 3)
        let hidden = text.unicodeScalars.filter {
            $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value) || (0x2028...0x202E).contains($0.value))
        }
        #expect(hidden.isEmpty)
    }

    @Test func looksLikeThis() throws {
        let cluster = ClusterConfiguration(name: "prod-eu", inputs: ["*"], platform: .eks, region: "eu-west-1")
        let text = InitialConfiguration.text(
            for: GuessedConfiguration(
                clusters: [
                    GuessedCluster(
                        cluster: cluster, isPlatformKnown: true,
                        reasons: [.platform: "label eks.amazonaws.com/nodegroup of Nodes"])
                ], services: [GuessedService(pattern: "production/CronJob/report", keys: 1)]))
        try expectBaseline(text, "keyshift.yaml")
    }
}
