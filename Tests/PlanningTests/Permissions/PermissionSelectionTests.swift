import MigrationModel
import Testing

@testable import Planning

struct PermissionSelectionTests {
    private typealias Scenario = PermissionScenario
    private let topic = "arn:aws:sns:eu-west-1:123456789012:orders"
    private let publish = PolicyDocument(statements: [
        PolicyStatement(
            sid: "SNSPublish", actions: .only(["sns:Publish"]),
            resources: .only(["arn:aws:sns:eu-west-1:123456789012:orders"]))
    ])

    // MARK: Given

    @Test func takesWhatAPersonGave() throws {
        let scenario = Scenario(
            settings: [("TOPIC_ARN", topic)],
            service: ServiceConfiguration(service: "shop/*", policy: "policies/api.json"),
            policies: ["policies/api.json": Scenario.document("s3:GetObject", on: "arn:aws:s3:::a/*")])
        let expected = PlannedPermissions(
            source: .given, isAccepted: true,
            policies: [
                PlannedPolicy(
                    name: "permissions", origin: "policies/api.json",
                    document: Scenario.document("s3:GetObject", on: "arn:aws:s3:::a/*"))
            ])
        #expect(try scenario.permissions() == expected)
        #expect(try scenario.plan().gatesOfCanary == [])
    }

    @Test func saysWhatAPersonGaveBeyondTheUser() throws {
        let scenario = Scenario(
            accounts: Scenario.accounts(UserPolicy(name: "p", document: Scenario.document("s3:Get*"))),
            service: ServiceConfiguration(service: "shop/*", policy: "a.json"),
            policies: ["a.json": Scenario.document("s3:GetObject", "s3:PutObject", on: "arn:aws:s3:::a/*")])
        let permissions = try #require(try scenario.permissions())
        #expect(permissions.source == .given)
        #expect(!permissions.isAccepted)
        #expect(
            permissions.remarks == [
                PermissionRemark(
                    .exceeds,
                    "It goes beyond what bob may do: `s3:PutObject` on `arn:aws:s3:::a/*` (not allowed).")
            ])
        var accepted = scenario
        accepted.service?.acceptsDraft = true
        #expect(try accepted.permissions()?.isAccepted == true)
    }

    // MARK: The user's own

    @Test func takesTheUsersPolicies() throws {
        let scenario = Scenario(
            accounts: Scenario.accounts(
                UserPolicy(name: "own", document: Scenario.document("s3:GetObject", on: "arn:aws:s3:::a/*")),
                UserPolicy(name: "Own", group: "readers", document: publish)))
        let permissions = try #require(try scenario.permissions())
        #expect(permissions.source == .user)
        #expect(permissions.isAccepted)
        #expect(permissions.users == ["arn:aws:iam::123456789012:user/bob"])
        #expect(permissions.policies.map(\.name) == ["own", "Own-2"])
        #expect(
            permissions.policies.map(\.origin) == [
                "the inline policy own of the user bob", "the inline policy Own of the user bob, by the group readers",
            ])
        #expect(permissions.remarks == [])
    }

    @Test func cutsThemDownToWhatSettingsShow() throws {
        let scenario = Scenario(
            settings: [("TOPIC_ARN", topic)],
            accounts: Scenario.accounts(
                UserPolicy(name: "a", document: Scenario.document("sns:Publish", "sqs:*", "kms:Decrypt", on: "*")),
                UserPolicy(name: "b", document: Scenario.document("dynamodb:GetItem"))))
        let permissions = try #require(try scenario.permissions())
        #expect(permissions.policies.map(\.document) == [Scenario.document("sns:Publish", "kms:Decrypt")])
        #expect(!permissions.isAccepted)
        #expect(permissions.remarks.map(\.kind) == [.cut])
        #expect(permissions.derivedFrom == [PermissionOrigin(setting: "TOPIC_ARN", place: "container app")])
        // Whatever is left is within what there was.
        let theirs = scenario.accounts.users[0].policies.compactMap(\.document)
        #expect(PolicyContainment(theirs).contains(permissions.policies.compactMap(\.document)))
    }

    @Test func keepsThemWholeWhereNothingWouldBeLeft() throws {
        let scenario = Scenario(
            settings: [("TOPIC_ARN", topic)],
            accounts: Scenario.accounts(UserPolicy(name: "a", document: Scenario.document("dynamodb:GetItem"))))
        let permissions = try #require(try scenario.permissions())
        #expect(permissions.policies.map(\.document) == [Scenario.document("dynamodb:GetItem")])
        #expect(permissions.remarks.map(\.kind) == [.open])
        #expect(permissions.remarks.first?.text.contains("`\(topic)`") == true)
    }

    @Test func flagsBreadth() throws {
        let arn = "arn:aws:iam::aws:policy/AdministratorAccess"
        let scenario = Scenario(
            accounts: Scenario.accounts(
                UserPolicy(name: "AdministratorAccess", arn: arn, document: Scenario.document("*"))))
        let permissions = try #require(try scenario.permissions())
        #expect(permissions.remarks.map(\.kind) == [.broad])
        #expect(!permissions.isAccepted)
    }

    @Test func attachesWhatItCannotRead() throws {
        let arn = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"
        let foreign = "arn:aws:iam::111122223333:policy/x"
        let scenario = Scenario(
            accounts: Scenario.accounts(
                UserPolicy(name: "AmazonS3ReadOnlyAccess", arn: arn, document: nil),
                UserPolicy(name: "x", arn: foreign, document: nil), UserPolicy(name: "g", group: "g", document: nil)))
        let permissions = try #require(try scenario.permissions())
        #expect(
            permissions.policies == [
                PlannedPolicy(
                    name: "AmazonS3ReadOnlyAccess", origin: "the managed policy AmazonS3ReadOnlyAccess of the user bob",
                    arn: arn)
            ])
        #expect(permissions.remarks.map(\.kind) == [.incomplete, .incomplete, .incomplete])
        #expect(!permissions.isAccepted)
    }

    @Test func keepsTheBoundary() throws {
        let bound = "arn:aws:iam::123456789012:policy/bound"
        let policy = UserPolicy(name: "a", document: publish)
        let here = try #require(try Scenario(accounts: Scenario.accounts(policy, boundary: bound)).permissions())
        #expect(here.boundary == bound)
        #expect(here.isAccepted)
        let foreign = "arn:aws:iam::111122223333:policy/bound"
        let there = try #require(try Scenario(accounts: Scenario.accounts(policy, boundary: foreign)).permissions())
        #expect(there.boundary == "")
        #expect(!there.isAccepted)
    }

    @Test func asksWhereTheUserIsAssumed() throws {
        let scenario = Scenario(accounts: Scenario.accounts(UserPolicy(name: "a", document: publish), lists: false))
        let plan = try scenario.plan()
        #expect(plan.identities.first?.permissions.source == .user)
        #expect(plan.identities.first?.permissions.isAccepted == false)
        #expect(
            plan.handovers.map(\.id) == ["principals/123456789012/bob", "owner/\(Scenario.key)"])
        #expect(
            plan.handovers.last?.task
                == "Confirm that it is of bob: `aws iam get-access-key-last-used --access-key-id \(Scenario.key)`.")
    }

    // MARK: Drafts

    @Test func draftsFromSettings() throws {
        let permissions = try #require(try Scenario(settings: [("TOPIC_ARN", topic), ("LOG", "x")]).permissions())
        #expect(
            permissions
                == PlannedPermissions(
                    source: .draft,
                    policies: [
                        PlannedPolicy(name: "permissions", origin: "the settings of the service", document: publish)
                    ], derivedFrom: [PermissionOrigin(setting: "TOPIC_ARN", place: "container app")]))
        let plan = try Scenario(settings: [("TOPIC_ARN", topic)]).plan()
        #expect(plan.gatesOfCanary == [.draftAccepted(identity: "prod/shop/api")])
        #expect(plan.handovers.map(\.id) == ["principals/123456789012"])
    }

    @Test func draftsNothingFromNothing() throws {
        let permissions = try #require(try Scenario().permissions())
        #expect(permissions.source == .draft)
        #expect(permissions.policies == [])
        #expect(permissions.remarks.map(\.kind) == [.open])
    }

    /// Whoever may write a setting must not get more by it than a setting can mean.
    @Test func draftsNoPatterns() throws {
        let settings = [
            ("A", "arn:aws:sqs:*:*:*"), ("B", "arn:aws:s3:::*"), ("C", "s3://reports/*"), ("D", "s3://*/x"),
        ]
        let permissions = try #require(try Scenario(settings: settings).permissions())
        #expect(
            permissions.policies.first?.document?.statements.map(\.resources) == [
                .only(["arn:aws:s3:::reports"]), .only(["arn:aws:s3:::reports"]), .only(["arn:aws:s3:::reports/*"]),
                .only(["arn:aws:s3:::reports/*"]),
            ])
    }

    @Test func namesWhatNoPatternKnows() throws {
        let queue = "arn:aws:mq:eu-west-1:123456789012:broker:orders"
        let permissions = try #require(try Scenario(settings: [("BROKER", queue)]).permissions())
        #expect(permissions.policies == [])
        #expect(
            permissions.remarks.first?.text.hasPrefix("`BROKER` of the container app names something of the service mq")
                == true)
    }

    @Test func readsConfigMapsAsTheContainerDoes() throws {
        func hints(_ name: String, _ entry: String, _ key: String) -> ConfigurationHints {
            ConfigurationHints(
                input: "dump.json",
                object: ObjectReference(apiVersion: "v1", kind: "ConfigMap", namespace: "shop", name: name),
                entries: [
                    .init(
                        entry: entry, hint: ResourceHint(name: key, value: "arn:aws:sns:eu-west-1:123456789012:\(name)")
                    )
                ])
        }
        let container = Container(
            name: "app", environmentFrom: [EnvironmentFrom(kind: .configMap, object: "all")],
            environment: [
                EnvironmentEntry(name: "T", source: .configMap(EntryReference(object: "one", entry: "topic"))),
                EnvironmentEntry(name: "U", source: .configMap(EntryReference(object: "one", entry: "other"))),
                EnvironmentEntry(name: "S", source: .secret(EntryReference(object: "unused", entry: "topic"))),
            ])
        let volume = Volume(
            name: "v",
            sources: [
                .carrier(CarrierFiles(kind: .configMap, object: "file", items: [.init(entry: "app.yml", path: "a")]))
            ])
        let scenario = Scenario(
            configMaps: [
                hints("all", "a", "a"), hints("one", "topic", "topic"), hints("file", "app.yml", "topic"),
                hints("unused", "topic", "topic"),
            ], container: container, volumes: [volume])
        let permissions = try #require(try scenario.permissions())
        #expect(
            permissions.policies.first?.document?.statements.first?.resources
                == .only(["all", "file", "one"].map { "arn:aws:sns:eu-west-1:123456789012:\($0)" }))
        #expect(
            permissions.derivedFrom.map { "\($0.setting) in \($0.place)" } == [
                "topic in ConfigMap one", "a in ConfigMap all", "app.yml (topic) in ConfigMap file",
            ])
    }

    // MARK: What comes first

    @Test func letsOthersLetTheRoleInFirst() throws {
        var scenario = Scenario(accounts: Scenario.accounts(UserPolicy(name: "a", document: publish)))
        let bob = "arn:aws:iam::123456789012:user/bob"
        scenario.accounts.roles = [
            RoleTrustFacts(arn: "arn:aws:iam::123456789012:role/audit", names: ["AIDAEXAMPLE", bob]),
            RoleTrustFacts(arn: "arn:aws:iam::123456789012:role/other", names: ["arn:aws:iam::123456789012:user/eve"]),
        ]
        let auth = ObjectReference(apiVersion: "v1", kind: "ConfigMap", namespace: "kube-system", name: "aws-auth")
        scenario.mappings = [
            AccessMapping(input: "dump.json", object: auth, arn: bob, groups: ["system:masters"]),
            AccessMapping(input: "dump.json", object: auth, arn: bob + "by", groups: []),
        ]
        let plan = try scenario.plan()
        let permissions = try #require(plan.identities.first?.permissions)
        #expect(permissions.priorChanges.map(\.kind) == [.roleTrust, .awsAuth])
        #expect(permissions.isAccepted)
        #expect(plan.gatesOfCanary == permissions.priorChanges.map { .approval(reason: $0.task) })
        #expect(
            plan.handovers.map(\.id) == [
                "principals/123456789012/bob", "aws-auth/ConfigMap kube-system/aws-auth/bob",
                "role-trust/arn:aws:iam::123456789012:role/audit/bob",
            ])
    }

    @Test func leavesRolesOfOtherCloudsToPeople() throws {
        var scenario = Scenario(
            settings: [("GOOGLE_APPLICATION_CREDENTIALS", "/secrets/key.json")], kind: .googleServiceAccountKey,
            principal: "api@my-project.iam.gserviceaccount.com")
        scenario.cluster = ClusterConfiguration(
            name: "prod", platform: .gke, region: "europe-west1", project: "my-project")
        let plan = try scenario.plan()
        let permissions = try #require(plan.identities.first?.permissions)
        #expect(permissions.source == .byHand)
        #expect(permissions.users == ["api@my-project.iam.gserviceaccount.com"])
        #expect(!permissions.isAccepted)
        #expect(plan.handovers.map(\.id) == ["roles/\(Scenario.key)"])
    }

    @Test func saysWhatANetworkMeans() throws {
        var scenario = Scenario(settings: [("TOPIC_ARN", topic)])
        scenario.cluster.network = TrustedNetwork(vpcs: ["vpc-0a1b2c3d"])
        scenario.service = ServiceConfiguration(service: "shop/*", mechanism: .irsa)
        #expect(try scenario.permissions()?.remarks.map(\.kind) == [.condition])
        #expect(try scenario.permissions()?.remarks.first?.text.hasPrefix("Its trust policy asks for a VPC") == true)
    }
}

extension Plan {
    /// What the canary of the service waits for, but for the time that a binding takes.
    fileprivate var gatesOfCanary: [Gate] {
        (steps.first { $0.id == "shift/shop/api/canary" }?.gates ?? []).filter { gate in
            if case .propagation = gate { false } else { true }
        }
    }
}
