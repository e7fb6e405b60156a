import CredentialChains
import MigrationModel
import Testing

@testable import Planning

/// Whether a binding changes Pods before the key leaves: every cell of the shadow matrix, and what webhooks look at.
struct BindingEffectTests {
    /// What a static source keeps out, for every family of AWS.
    struct Row: Sendable, CustomTestStringConvertible {
        var family: String
        var variablesShadowWebIdentity: Bool
        var filesShadowWebIdentity: Bool
        var testDescription: String { family }

        init(_ family: String, _ variables: Bool, _ files: Bool) {
            (self.family, variablesShadowWebIdentity, filesShadowWebIdentity) = (family, variables, files)
        }
    }

    static let rows = [
        Row("boto3", true, false), Row("go-v1", true, false), Row("go-v2", true, false), Row("java-v1", true, false),
        Row("java-v2", true, false), Row("kotlin", true, false), Row("javascript-v2", true, true),
        Row("javascript-v3", true, true), Row("ruby", true, false), Row("php", true, false),
        Row("dotnet-v3", false, false), Row("dotnet-v4", true, false), Row("cpp", true, true), Row("rust", true, true),
        Row("swift", true, true), Row("soto", true, false),
    ]

    private static let service = WorkloadName(
        input: "dump.json",
        object: ObjectReference(apiVersion: "apps/v1", kind: "Deployment", namespace: "shop", name: "api"))

    private static func fixed(_ text: String? = nil) -> Setting {
        Setting(shape: .present, text: text, origin: .template(ValuePath([])))
    }

    static let variables = CredentialSetting(variables: [
        "AWS_ACCESS_KEY_ID": fixed(), "AWS_SECRET_ACCESS_KEY": fixed(),
    ])

    static let file = CredentialSetting(files: [
        "/root/.aws/credentials": CredentialFile(
            contents: .profiles([
                ProfileContents(
                    section: "default",
                    settings: ["aws_access_key_id": .present, "aws_secret_access_key": .present])
            ]), origin: .template(ValuePath([])))
    ])

    private func isSwitch(
        _ mechanism: Mechanism, _ setting: CredentialSetting, family: String? = nil,
        provider: Provider = .aws, environment: [String] = [], labels: [String: String] = [:],
        own: Set<Mechanism> = []
    ) -> Bool {
        let container = Container(
            name: "app",
            environment: environment.map {
                EnvironmentEntry(name: $0, source: .secret(EntryReference(object: "settings", entry: $0)))
            })
        let member = ServiceSelection.Member(
            id: "prod/shop/Deployment/api", service: Service(name: Self.service, serviceAccounts: ["api"]),
            cluster: ClusterConfiguration(name: "prod", platform: .eks, region: "eu-west-1"), keys: [],
            consumptions: [],
            setting: family.map { ServiceConfiguration(service: "shop/Deployment/api", sdk: [$0]) }, wave: 1,
            exemption: "",
            workload: Workload(
                input: "dump.json", object: ObjectDescription(reference: Self.service.object),
                templates: [PodTemplate(labels: labels, serviceAccount: "api", containers: [container])]))
        let identity = ContainerIdentity(
            service: Self.service, container: "app", role: .main, provider: provider, families: FamilyChoice(),
            next: [], setting: setting)
        return BindingEffect(member, identities: [identity], own: own).isSwitch(mechanism)
    }

    @Test func coversEveryFamilyOfAWS() {
        #expect(Set(Self.rows.map(\.family)) == Set(CredentialChains.chains(of: .aws).map(\.family.id)))
    }

    @Test(arguments: rows)
    func annotation(row: Row) {
        #expect(isSwitch(.irsa, Self.variables, family: row.family) == !row.variablesShadowWebIdentity)
        #expect(isSwitch(.irsa, Self.file, family: row.family) == !row.filesShadowWebIdentity)
    }

    @Test(arguments: rows)
    func association(row: Row) {
        // Keys come before it everywhere; Soto does not look at it at all.
        #expect(!isSwitch(.eksPodIdentity, Self.variables, family: row.family))
        #expect(!isSwitch(.eksPodIdentity, Self.file, family: row.family))
    }

    @Test func oneFamilyIsEnoughWhereNoneIsKnown() {
        #expect(isSwitch(.irsa, Self.variables))
        #expect(isSwitch(.irsa, Self.file))
        #expect(!isSwitch(.eksPodIdentity, Self.variables))
    }

    @Test(arguments: [(Mechanism.irsa, Mechanism.eksPodIdentity), (.eksPodIdentity, .irsa), (.irsa, .irsa)])
    func anotherIdentityIsLost(new: Mechanism, own: Mechanism) {
        #expect(isSwitch(new, Self.variables, family: "boto3", own: [own]))
        #expect(!isSwitch(new, Self.variables, family: "boto3", own: [.aksWorkloadIdentity]))
    }

    @Test func aRegionOfASecretWouldBecomeTheClusters() {
        var setting = Self.variables
        setting.variables["AWS_REGION"] = Setting(shape: .present, origin: .unknown)
        #expect(isSwitch(.eksPodIdentity, setting, family: "boto3"))
        // Webhooks leave what `env` names alone.
        #expect(!isSwitch(.eksPodIdentity, setting, family: "boto3", environment: ["AWS_REGION"]))
        setting.variables["AWS_REGION"]?.text = "eu-west-1"
        #expect(!isSwitch(.eksPodIdentity, setting, family: "boto3"))
        setting.variables["AWS_REGION"]?.text = "us-east-1"
        #expect(isSwitch(.eksPodIdentity, setting, family: "boto3"))
    }

    @Test func onAKSTheLabelOfThePodIsTheSwitch() {
        let setting = CredentialSetting(variables: [
            "AZURE_CLIENT_ID": Self.fixed(), "AZURE_TENANT_ID": Self.fixed(), "AZURE_CLIENT_SECRET": Self.fixed(),
        ])
        #expect(!isSwitch(.aksWorkloadIdentity, setting, provider: .azure))
        // With it, the new client id meets the old secret.
        let label = ["azure.workload.identity/use": "true"]
        #expect(isSwitch(.aksWorkloadIdentity, setting, provider: .azure, labels: label))
    }

    @Test func onGKETheFileKeepsItOut() {
        var setting = CredentialSetting(
            variables: ["GOOGLE_APPLICATION_CREDENTIALS": Self.fixed("/keys/key.json")],
            files: [
                "/keys/key.json": CredentialFile(
                    contents: .google(type: "service_account"), origin: .template(ValuePath([])))
            ])
        #expect(!isSwitch(.gkeWorkloadIdentity, setting, provider: .google))
        setting.variables = [:]
        #expect(isSwitch(.gkeWorkloadIdentity, setting, provider: .google))
    }
}
