import MigrationModel

@testable import Planning

/// One service `api` with one key in the account 123456789012, and what is known of both.
struct PermissionScenario {
    static let key = "AKIARZPUZDIKHHKEN7O4"
    static let account = "123456789012"

    /// Literals of the container.
    var settings: [(name: String, value: String)] = []
    var configMaps: [ConfigurationHints] = []
    var accounts = AccountFacts()
    var service: ServiceConfiguration?
    var policies: [String: PolicyDocument] = [:]
    var mappings: [AccessMapping] = []
    var cluster = ClusterConfiguration(
        name: "prod", platform: .eks, region: "eu-west-1", account: account, issuer: "https://oidc.example.com/id/A",
        hasIssuerProvider: true)
    var kind = KeyKind.awsAccessKey
    var principal: String?
    /// More of the container: variables from ConfigMaps, `envFrom`.
    var container = Container(name: "app")
    var volumes: [Volume] = []

    /// The plan.
    func plan() throws -> Plan { try Planner(input).plan() }

    /// What the only identity may do.
    func permissions() throws -> PlannedPermissions? { try plan().identities.first?.permissions }

    private func reference(_ kind: String, _ name: String) -> ObjectReference {
        ObjectReference(
            apiVersion: kind == "Deployment" ? "apps/v1" : "v1", kind: kind, namespace: "shop", name: name)
    }

    private var input: PlanningInput {
        let (secret, api) = (reference("Secret", "aws"), reference("Deployment", "api"))
        let name = WorkloadName(input: "dump.json", object: api)
        let identity = KeyIdentity(
            id: Self.key, kind: kind, account: kind.provider == .aws ? Self.account : nil, principal: principal)
        let place = Place(
            input: "dump.json", line: 1, object: secret,
            path: ValuePath([.field("data"), .field("id"), .decoding(.base64)]))
        let consumption = Consumption(
            key: KeyName(kind: kind, id: Self.key), service: name, object: api, container: "app", role: .main,
            reception: kind.provider == .aws ? .variable("AWS_ACCESS_KEY_ID") : .volume(path: "/secrets/key.json"),
            carrier: secret, entry: "id")
        let record = IdentityRecord(
            input: "dump.json", serviceAccount: reference("ServiceAccount", "api"), services: [name])
        var configuration = Configuration(clusters: [cluster])
        configuration.services = service.map { [$0] } ?? []
        return PlanningInput(
            report: ScanReport(
                generated: "2026-11-21T12:00:00Z", inputs: [ScannedInput(name: "dump.json", bytes: 1, objects: 1)],
                keys: [
                    StaticKey(
                        identity: identity, nature: .ordinary, secretHalfPresent: true,
                        sightings: [Sighting(key: identity, place: place, confidence: .paired)],
                        carriers: [CarrierFacts(object: secret)])
                ],
                trace: Trace(
                    services: [Service(name: name, serviceAccounts: ["api"])], consumptions: [consumption],
                    identities: [found(by: name)], inventory: [record])),
            objects: objects(api), configuration: configuration, policies: policies, accounts: accounts,
            today: "2026-11-21")
    }

    /// What the container finds: the key, in two variables.
    private func found(by service: WorkloadName) -> ContainerIdentity {
        let present = Setting(shape: .present, origin: .unknown)
        return ContainerIdentity(
            service: service, container: "app", role: .main, provider: .aws, families: FamilyChoice(), next: [],
            setting: CredentialSetting(
                variables: ["AWS_ACCESS_KEY_ID": present, "AWS_SECRET_ACCESS_KEY": present]))
    }

    private func objects(_ api: ObjectReference) -> ClusterObjects {
        var own = container
        own.environment += settings.map { name, value in
            let literal = LiteralValue(
                shape: .present, text: LocatorName.text(value, of: name),
                resource: ResourceSetting.text(value.utf8.span, of: name.utf8.span))
            return EnvironmentEntry(name: name, source: .literal(literal))
        }
        var objects = ClusterObjects()
        objects.workloads = [
            Workload(
                input: "dump.json", object: ObjectDescription(reference: api),
                templates: [PodTemplate(serviceAccount: "api", volumes: volumes, containers: [own])])
        ]
        objects.hints = configMaps
        objects.accessMappings = mappings
        return objects
    }

    /// A policy of one statement.
    static func document(_ actions: String..., on resource: String = "*") -> PolicyDocument {
        PolicyDocument(statements: [PolicyStatement(actions: .only(actions), resources: .only([resource]))])
    }

    /// Whose key it is, with these policies.
    static func accounts(_ policies: UserPolicy..., boundary: String = "", lists: Bool = true) -> AccountFacts {
        let bob = UserFacts(
            account: account, name: "bob", id: "AIDAEXAMPLE", arn: "arn:aws:iam::\(account):user/bob",
            policies: policies, boundary: boundary)
        return AccountFacts(users: [bob], owners: lists ? [key: KeyOwner(user: "bob")] : [:])
    }
}
