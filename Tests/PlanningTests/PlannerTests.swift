import MigrationModel
import Testing

@testable import Planning

struct PlannerTests {
    private let key = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKHHKEN7O4")
    private let input = "dump.json"

    private func reference(_ kind: String, _ name: String) -> ObjectReference {
        let core = ["Secret", "ServiceAccount", "ConfigMap"].contains(kind)
        return ObjectReference(apiVersion: core ? "v1" : "apps/v1", kind: kind, namespace: "shop", name: name)
    }

    /// A cluster in which the services receive one key of the Secret `aws` by these ways, as the ServiceAccount given.
    private func planning(
        _ services: [(name: String, kind: String, account: String, reception: Reception)],
        managers: [ObjectManager] = [], nature: KeyNature = .ordinary, kind: KeyKind = .awsAccessKey,
        _ change: (inout Configuration) -> Void = { _ in }
    ) -> PlanningInput {
        let name = KeyName(kind: kind, id: key.id)
        let secret = reference("Secret", "aws")
        let identity = KeyIdentity(id: key.id, kind: kind, account: "123456789012")
        let sighting = Sighting(
            key: identity,
            place: Place(
                input: input, line: 1, object: secret,
                path: ValuePath([.field("data"), .field("AWS_ACCESS_KEY_ID"), .decoding(.base64)])), confidence: .paired
        )
        let names = services.map { WorkloadName(input: input, object: reference($0.kind, $0.name)) }
        let accounts = Dictionary(grouping: services.indices) { services[$0].account }
        let trace = Trace(
            services: zip(services, names).map {
                Service(name: $1, serviceAccounts: [$0.account], managers: managers)
            },
            consumptions: zip(services, names).map {
                Consumption(
                    key: name, service: $1, object: $1.object, container: "app", role: .main, reception: $0.reception,
                    carrier: secret, entry: "AWS_ACCESS_KEY_ID")
            },
            identities: names.map { Self.identity(of: $0) },
            inventory: accounts.map { account, users in
                IdentityRecord(
                    input: input, serviceAccount: reference("ServiceAccount", account),
                    services: users.map { names[$0] })
            })
        let objects = self.objects(zip(services, names).map { ($0.account, $1.object) }, secret)
        var configuration = Configuration(clusters: [
            ClusterConfiguration(
                name: "prod", platform: .eks, region: "eu-west-1", account: "123456789012",
                issuer: "https://oidc.example.com/id/A")
        ])
        change(&configuration)
        return PlanningInput(
            report: ScanReport(
                generated: "2026-11-21T12:00:00Z", inputs: [ScannedInput(name: input, bytes: 1, objects: 1)],
                keys: [
                    StaticKey(
                        identity: identity, nature: nature, secretHalfPresent: true, sightings: [sighting],
                        carriers: [CarrierFacts(object: secret)])
                ], trace: trace), objects: objects, configuration: configuration, today: "2026-11-21")
    }

    /// What the container of a service finds: the key, in two variables.
    private static func identity(of service: WorkloadName) -> ContainerIdentity {
        let present = Setting(shape: .present, origin: .unknown)
        return ContainerIdentity(
            service: service, container: "app", role: .main, provider: .aws, families: FamilyChoice(), next: [],
            setting: CredentialSetting(
                variables: ["AWS_ACCESS_KEY_ID": present, "AWS_SECRET_ACCESS_KEY": present]))
    }

    /// Workloads that receive a Secret, and what is in it.
    private func objects(_ workloads: [(account: String, object: ObjectReference)], _ secret: ObjectReference)
        -> ClusterObjects
    {
        var objects = ClusterObjects()
        objects.workloads = workloads.map { account, object in
            Workload(
                input: input, object: ObjectDescription(reference: object),
                templates: [
                    PodTemplate(
                        path: ValuePath([.field("spec"), .field("template"), .field("spec")]), serviceAccount: account,
                        namesServiceAccount: true,
                        containers: [
                            Container(
                                name: "app",
                                path: ValuePath([
                                    .field("spec"), .field("template"), .field("spec"), .field("containers"), .index(0),
                                ]),
                                environmentFrom: [EnvironmentFrom(kind: .secret, object: "aws", prefix: "")],
                                environment: [
                                    EnvironmentEntry(
                                        name: "AWS_ACCESS_KEY_ID",
                                        source: .secret(EntryReference(object: "aws", entry: "AWS_ACCESS_KEY_ID"))),
                                    EnvironmentEntry(
                                        name: "AWS_SECRET_ACCESS_KEY",
                                        source: .secret(EntryReference(object: "aws", entry: "AWS_SECRET_ACCESS_KEY"))),
                                ])
                        ])
                ])
        }
        objects.contents = [
            CarrierContents(
                input: input, object: secret,
                entries: [
                    "AWS_ACCESS_KEY_ID": EntryContents(shape: .present),
                    "AWS_SECRET_ACCESS_KEY": EntryContents(shape: .present),
                    "AWS_REGION": EntryContents(shape: .present),
                ])
        ]
        return objects
    }

    private let one = [
        (name: "api", kind: "Deployment", account: "api", reception: Reception.variable("AWS_ACCESS_KEY_ID"))
    ]

    @Test func laysOutOneService() throws {
        let plan = try Planner(planning(one)).plan()
        #expect(
            plan.steps.map(\.id) == [
                "prepare/shop/api/identity", "prepare/shop/api/binding", "shift/shop/api/canary",
                "shift/shop/api/rollout", "shift/shop/api/canary-end", "retire/shop/api/revisions",
                "retire/shop/secret/aws", "retire/keys/\(key.id)/deactivate", "decommission/keys/\(key.id)/delete",
                "decommission/keys/\(key.id)/user", "decommission/shop/secret/aws/copy",
            ])
        #expect(plan.keys.map(\.fate) == [.retire])
        // Steps stand behind those that they wait for.
        var seen: Set<String> = []
        for step in plan.steps {
            #expect(seen.isSuperset(of: step.after), "\(step.id)")
            seen.insert(step.id)
        }
    }

    /// Pods that came anew after the binding show what the plan itself gave them; anybody else's identity gets the service a twin.
    @Test(arguments: [
        ("arn:aws:iam::123456789012:role/prod-shop-api", "api"), ("", "api"),
        ("arn:aws:iam::123456789012:role/other", "api-federated"),
    ])
    func knowsWhatItHasBoundItself(principal: String, account: String) throws {
        let first = try Planner(planning(one)).plan()
        var later = planning(one)
        later.given = first.identities
        #expect(first.identities.map(\.role) == ["prod-shop-api"])
        later.report.trace.inventory[0].identities = [
            FederatedIdentity(
                mechanism: first.identities[0].mechanism, principal: principal,
                evidence: principal.isEmpty ? .injectedPods : .association)
        ]
        #expect(try Planner(later).plan().identities.map(\.serviceAccount) == [account])
        later.given = []
        #expect(try Planner(later).plan().identities.map(\.serviceAccount) == ["api-federated"])
    }

    @Test func marksPointsOfNoReturn() throws {
        let plan = try Planner(planning(one)).plan()
        #expect(plan.steps.filter(\.isPointOfNoReturn).map(\.phase) == [.decommission, .decommission])
    }

    @Test func takesEverythingStaticAlong() throws {
        let plan = try Planner(planning(one)).plan()
        let change = plan.steps.compactMap { step in
            if case .changeWorkload(let action) = step.action { action.change } else { nil }
        }
        let pointer = "/spec/template/spec/containers/0"
        #expect(change.map(\.template) == ["/spec/template"])
        #expect(
            change.first?.lists == [
                .init(pointer: pointer + "/env", names: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]),
                .init(pointer: pointer + "/envFrom", names: ["secretRef/aws"]),
            ])
        func entry(_ name: String) -> String {
            #"{"name":"\#(name)","valueFrom":{"secretKeyRef":{"name":"aws","key":"\#(name)"}}}"#
        }
        // What `env` overrides so far would count as soon as `env` has it no more.
        #expect(
            change.first?.removals == [
                .init(
                    kind: .variable, container: "app", name: "AWS_ACCESS_KEY_ID", role: .main,
                    pointer: pointer + "/env/0", entry: entry("AWS_ACCESS_KEY_ID")),
                .init(
                    kind: .environmentFrom, container: "app", name: "aws", role: .main, pointer: pointer + "/envFrom/0",
                    entry: #"{"secretRef":{"name":"aws"}}"#),
                .init(
                    kind: .variable, container: "app", name: "AWS_SECRET_ACCESS_KEY", role: .main,
                    pointer: pointer + "/env/1", entry: entry("AWS_SECRET_ACCESS_KEY")),
            ])
    }

    @Test func keepsWhatCameAlongWithTheKey() throws {
        let all = [
            (
                name: "api", kind: "Deployment", account: "api",
                reception: Reception.environmentFrom(variable: "AWS_ACCESS_KEY_ID")
            )
        ]
        let plan = try Planner(planning(all)).plan()
        let change = plan.steps.lazy.compactMap { step in
            if case .changeWorkload(let action) = step.action { action.change } else { nil }
        }.first
        #expect(
            change?.keeps == [
                .init(
                    container: "app", name: "AWS_REGION", kind: .secret, object: "aws", entry: "AWS_REGION",
                    pointer: "/spec/template/spec/containers/0/env"),
                .init(
                    container: "app", name: "AWS_DEFAULT_REGION", kind: .secret, object: "aws", entry: "AWS_REGION",
                    pointer: "/spec/template/spec/containers/0/env"),
            ])
        let carrier = plan.steps.lazy.compactMap { step in
            if case .removeCarrier(let action) = step.action { action } else { nil }
        }.first
        #expect(carrier?.entries == ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"])
        #expect(carrier?.copy == "aws-keyshift-kept")
    }

    @Test(arguments: [("default", "api"), ("shared", "api"), ("api", "api")])
    func givesEachServiceAServiceAccountOfItsOwn(former: String, own: String) throws {
        let shared = [
            (name: "api", kind: "Deployment", account: former, reception: Reception.variable("AWS_ACCESS_KEY_ID")),
            (
                name: "web", kind: "Deployment", account: former == "shared" ? "shared" : "web",
                reception: Reception.variable("AWS_ACCESS_KEY_ID")
            ),
        ]
        let plan = try Planner(planning(shared)).plan()
        #expect(plan.identities.first?.serviceAccount == own)
        #expect(plan.steps.contains { $0.id == "prepare/shop/api/service-account" } == (former != own))
    }

    @Test func movesOneServiceAfterTheOther() throws {
        let two = ["a", "b"].map {
            (name: $0, kind: "StatefulSet", account: $0, reception: Reception.variable("AWS_ACCESS_KEY_ID"))
        }
        let plan = try Planner(planning(two)).plan()
        let second = plan.steps.first { $0.id == "shift/shop/b/canary" }
        #expect(second?.after == ["prepare/shop/b/binding", "shift/shop/a/rollout"])
        #expect(
            second?.gates == [
                .draftAccepted(identity: "prod/shop/b"),
                .propagation(seconds: 60, reason: "associations take some seconds to reach the webhook"),
                .soak(hours: 24),
            ])
        let carrier = plan.steps.first { $0.id == "retire/shop/secret/aws" }
        #expect(carrier?.after == ["retire/shop/a/revisions", "retire/shop/b/revisions"])
        let together = try Planner(planning(two) { $0.preferences.servicesAtATime = 2 }).plan()
        #expect(together.steps.first { $0.id == "shift/shop/b/canary" }?.after == ["prepare/shop/b/binding"])
    }

    @Test func movesLiteralsIntoASecretFirst() throws {
        let path = ValuePath([
            .field("spec"), .field("template"), .field("spec"), .field("containers"), .index(0), .field("env"),
            .index(0),
            .field("value"),
        ])
        let literal = [(name: "api", kind: "Deployment", account: "api", reception: Reception.inline(path))]
        var input = planning(literal)
        input.objects.workloads[0].templates[0].containers[0].environment[0] = EnvironmentEntry(
            name: "AWS_ACCESS_KEY_ID", source: .literal(LiteralValue(shape: .present)))
        let ids = try Planner(input).plan().steps.map(\.id)
        let moving = try #require(ids.firstIndex(of: "shift/shop/api/literal"))
        let canary = try #require(ids.firstIndex(of: "shift/shop/api/canary"))
        let removal = try #require(ids.firstIndex(of: "retire/shop/secret/api-former-credentials"))
        #expect(moving < canary && canary < removal)
    }

    @Test func leavesWhatIsExempt() throws {
        let exempt = ServiceConfiguration(
            service: "shop/*", exemption: .init(reason: "OPS-1", expires: "2026-11-21"))
        let plan = try Planner(planning(one) { $0.services = [exempt] }).plan()
        #expect(plan.steps == [])
        #expect(plan.keys.map(\.fate) == [.exempt])
        let expired = ServiceConfiguration(
            service: "shop/*", exemption: .init(reason: "OPS-1", expires: "2026-11-20"))
        #expect(try Planner(planning(one) { $0.services = [expired] }).plan().keys.map(\.fate) == [.retire])
    }

    @Test func leavesChangesOfManagedObjectsToTheirManagers() throws {
        let plan = try Planner(planning(one, managers: [ObjectManager(program: "Helm", instance: "shop")])).plan()
        // The canary is an object of its own, which no manager knows.
        #expect(plan.steps.filter { $0.phase == .shift }.map(\.actor) == [.keyshift, .gitOps, .keyshift])
    }

    @Test(arguments: [
        (KeyNature.bait, KeyKind.awsAccessKey, PlannedKey.Fate.bait),
        (.thirdParty(host: "minio.example.com"), .awsAccessKey, .secretStore),
        (.ordinary, .awsTemporaryKey, .refresher), (.ordinary, .googleHMACKey, .secretStore),
        (.ordinary, .azureStorageAccountKey, .secretStore),
    ])
    func revokesOnlyWhatCanBeRevoked(nature: KeyNature, kind: KeyKind, fate: PlannedKey.Fate) throws {
        let plan = try Planner(planning(one, nature: nature, kind: kind)).plan()
        #expect(plan.keys.map(\.fate) == [fate])
        // Its service keeps it: to take it away would be an outage, or set off an alarm.
        #expect(plan.steps == [])
        #expect(plan.services == [])
        #expect(plan.handovers.isEmpty == (fate == .bait))
    }

    @Test func refusesAMechanismThatCannotBe() {
        let wish = ServiceConfiguration(service: "shop/*", mechanism: .eksPodIdentity)
        let refused = planning(one) { configuration in
            configuration.services = [wish]
            configuration.clusters[0].fargateNamespaces = ["shop"]
        }
        #expect(throws: PlanningRefusal.self) { try Planner(refused).plan() }
    }

    @Test func leavesToPeopleWhatNoMechanismFits() throws {
        let bare = try Planner(
            planning(one) { configuration in
                configuration.clusters[0].issuer = ""
                configuration.clusters[0].hasPodIdentityAgent = false
            }
        ).plan()
        #expect(bare.steps == [])
        #expect(bare.keys.map(\.fate) == [.exempt])
        #expect(bare.handovers.map(\.id) == ["consumer/prod/shop/Deployment/api"])
    }

    @Test func isTheSameEveryTime() throws {
        let many = (0..<30).map {
            (name: "s\($0)", kind: "Deployment", account: "default", reception: Reception.variable("AWS_ACCESS_KEY_ID"))
        }
        #expect(try Planner(planning(many)).plan() == Planner(planning(many.reversed())).plan())
    }
}
