import MigrationModel
import Rendering

/// Plans put together by hand: one as people have them, one with hostile names, each with every action and mechanism.
enum SamplePlans {
    static let configuration = Configuration(
        clusters: [
            ClusterConfiguration(
                name: "prod", platform: .eks, region: "eu-central-1", account: "123456789012",
                issuer: "https://oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E"),
            ClusterConfiguration(
                name: "analytics", platform: .gke, region: "europe-west3", project: "fixture-project",
                projectNumber: "345678901234"),
            ClusterConfiguration(
                name: "office", platform: .aks, region: "westeurope", tenant: "3f9ac20d-0000-4000-8000-000000000001",
                subscription: "3f9ac20d-0000-4000-8000-000000000002", resourceGroup: "identities"),
        ])

    static var commands: Configuration {
        var changed = configuration
        changed.preferences.infrastructure = .commands
        return changed
    }

    static let key = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKHKKEN7O4")
    static let googleKey = KeyName(kind: .googleServiceAccountKey, id: "ff8eb8406e2f8a7fc4cce4dd9f0b4110d9f2fa00")
    static let azureKey = KeyName(kind: .azureClientSecret, id: "azure-client-secret:3f9ac20d11b87e52")

    /// One service with all its steps, whose Pods change in every way.
    static func parts(
        cluster: String = "prod", kind: String = "Deployment", apiVersion: String = "apps/v1",
        namespace: String = "production", name: String, mechanism: Mechanism = .irsa, account: String = "123456789012",
        key: KeyName = key, delivery: PlannedService.Delivery = .direct, wave: Int = 1, isPrincipal: Bool = false,
        target: TargetRole? = nil
    ) -> Plan {
        let object = ObjectReference(apiVersion: apiVersion, kind: kind, namespace: namespace, name: name)
        let id = "\(cluster)/\(namespace)/\(kind)/\(name)"
        let identity = PlannedIdentity(
            id: "\(cluster)/\(namespace)/\(name)", cluster: cluster, namespace: namespace, serviceAccount: name,
            formerServiceAccount: "default", mechanism: mechanism, role: "\(cluster)-\(namespace)-\(name)",
            account: account, isPrincipal: isPrincipal, target: target, services: [id])
        let choice = MechanismChoice(
            mechanism: mechanism, isOverridden: false,
            assessments: [
                MechanismAssessment(
                    mechanism: mechanism, advantages: ["it works everywhere"],
                    drawbacks: ["it may be the switch"], score: 5),
                MechanismAssessment(
                    mechanism: .eksPodIdentity, obstacles: ["its namespace runs on Fargate, which has no agent"]),
            ])
        let service = PlannedService(
            id: id, cluster: cluster, workload: object, wave: wave, keys: [key], delivery: delivery, choice: choice)
        let planned = PlannedKey(
            key: key, account: account, fate: .retire, reason: "its one service is moved", services: [id])
        return Plan(
            clusters: [PlannedCluster(ClusterConfiguration(name: cluster, platform: .eks), input: "\(cluster).json")],
            services: [service], keys: [planned],
            identities: [identity], steps: steps(of: service, identity))
    }

    static let change = change(template: "/spec/template")

    /// The change of a template at a place; nothing of it can be put into a patch where the place is not known.
    static func change(template: String?) -> TemplateChange {
        let place = template.map { $0 + "/spec" }
        func pointer(_ rest: String) -> String { place.map { $0 + rest } ?? "" }
        let pins: [TemplateChange.ListPin] = [
            .init(pointer: pointer("/containers/0/env"), names: ["AWS_ACCESS_KEY_ID", "STAYS"]),
            .init(pointer: pointer("/containers/0/envFrom"), names: ["secretRef/aws-credentials"]),
            .init(pointer: pointer("/containers/1/volumeMounts"), names: ["/root/.aws", "/tmp"]),
            .init(pointer: pointer("/volumes"), names: ["aws", "tmp"]),
        ]
        return TemplateChange(
            template: template, serviceAccount: "api", formerServiceAccount: "default",
            labels: ["b.example/x": "true", "a": "1"], formerLabels: [:],
            removals: [
                .init(
                    kind: .variable, container: "app", name: "AWS_ACCESS_KEY_ID", role: .main,
                    pointer: pointer("/containers/0/env/0"),
                    entry:
                        #"{"name":"AWS_ACCESS_KEY_ID","valueFrom":{"secretKeyRef":{"name":"aws-credentials","key":"id"}}}"#
                ),
                .init(
                    kind: .environmentFrom, container: "app", name: "aws-credentials", role: .main,
                    pointer: pointer("/containers/0/envFrom/0"), entry: #"{"secretRef":{"name":"aws-credentials"}}"#),
                .init(
                    kind: .mount, container: "proxy", name: "/root/.aws", role: .main,
                    pointer: pointer("/containers/1/volumeMounts/0"), entry: #"{"mountPath":"/root/.aws","name":"aws"}"#
                ),
                .init(
                    kind: .volume, container: "", name: "aws", pointer: pointer("/volumes/0"),
                    entry: #"{"name":"aws","secret":{"secretName":"aws-credentials"}}"#),
                .init(kind: .byHand, container: "app", name: "$(AWS_ACCESS_KEY_ID)"),
            ],
            keeps: [
                .init(
                    container: "app", name: "AWS_REGION", kind: .secret, object: "aws-credentials", entry: "AWS_REGION",
                    pointer: pointer("/containers/0/env")),
                .init(
                    container: "app", name: "BUCKET", kind: .configMap, object: "settings", entry: "bucket",
                    isOptional: true, pointer: pointer("/containers/0/env")),
            ], lists: template == nil ? [] : pins)
    }

    static func steps(of service: PlannedService, _ identity: PlannedIdentity) -> [Step] {
        let place = "\(identity.namespace)/\(service.workload.name)"
        let subject = "system:serviceaccount:\(identity.namespace):\(identity.serviceAccount)"
        let kind = service.workload.kind
        var change = change(template: template(of: kind))
        change.serviceAccount = identity.serviceAccount
        let (canary, rollout) = actions(service.workload, change)
        func step(_ phase: Phase, _ what: String, _ action: Action, gates: [Gate] = [], after: [String] = []) -> Step {
            Step(
                id: "\(phase.rawValue)/\(place)/\(what)", phase: phase, cluster: service.cluster, service: service.id,
                action: action, actor: .keyshift, after: after.map { "\(phase.rawValue)/\(place)/\($0)" }, gates: gates,
                verifications: action.behaviour.verifications)
        }
        let steps = [
            step(
                .prepare, "identity",
                .createIdentity(
                    CreateIdentity(
                        identity: identity.id, mechanism: identity.mechanism, name: identity.role,
                        account: identity.account, subjects: [subject], isPrincipal: identity.isPrincipal,
                        hasTarget: identity.target != nil))),
            step(
                .prepare, "service-account",
                .createServiceAccount(
                    CreateServiceAccount(
                        namespace: identity.namespace, name: identity.serviceAccount,
                        former: identity.formerServiceAccount, bindings: ["RoleBinding production/readers"],
                        pullSecrets: ["registry"], mountsToken: false))),
            step(
                .prepare, "binding",
                .bindIdentity(
                    BindIdentity(
                        identity: identity.id, mechanism: identity.mechanism, namespace: identity.namespace,
                        serviceAccount: identity.serviceAccount, isPrincipal: identity.isPrincipal)),
                gates: [.propagation(seconds: 60, reason: "IAM is eventually consistent")],
                after: ["identity", "service-account"]),
            step(
                .shift, "literal",
                .moveLiteral(
                    MoveLiteral(
                        workload: service.workload, container: "app", secret: "former",
                        variables: ["AWS_ACCESS_KEY_ID"], pointers: ["/spec/template/spec/containers/0/env/0"]))),
            step(
                .shift, "canary", .runCanary(canary),
                gates: [.draftAccepted(identity: identity.id), .soak(hours: 24)]),
            step(.shift, "rollout", .changeWorkload(rollout), after: ["canary"]),
            step(
                .shift, "canary-end",
                .removeCanary(RemoveCanary(workload: service.workload, form: canary.form, name: canary.name))),
            step(
                .retire, "revisions",
                .forgetRevisions(
                    ForgetRevisions(
                        workload: service.workload,
                        carriers: [ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "n", name: "a.b")]))),
        ]
        guard let target = identity.target else { return steps }
        let taken = Action.createTargetRole(CreateTargetRole(identity: identity.id, target: target))
        return [steps[0], step(.prepare, "target", taken, after: ["identity"])] + steps.dropFirst()
    }

    /// Where objects of a kind have their Pod template; `nil` for kinds that nobody knows.
    private static func template(of kind: String) -> String? {
        switch kind {
        case "CronJob": "/spec/jobTemplate/spec/template"
        case "Pod": ""
        case "SparkApplication": nil
        default: "/spec/template"
        }
    }

    /// The canary and the rollout of a kind, as planning lays them out.
    private static func actions(_ workload: ObjectReference, _ change: TemplateChange) -> (RunCanary, ChangeWorkload) {
        let former = #"{"type":"RollingUpdate"}"#
        switch workload.kind {
        case "StatefulSet":
            let hold = UpdateHold(held: #"{"type":"RollingUpdate","rollingUpdate":{"partition":1}}"#, former: former)
            return (
                RunCanary(workload: workload, form: .partition, change: change, hold: hold),
                ChangeWorkload(workload: workload, change: change, way: .release, hold: hold)
            )
        case "DaemonSet":
            let hold = UpdateHold(held: #"{"type":"OnDelete"}"#, former: former)
            return (
                RunCanary(workload: workload, form: .oneNode, change: change, hold: hold),
                ChangeWorkload(
                    workload: workload, change: change, way: .release, hold: hold, notes: ["It is <everywhere>."])
            )
        case "CronJob", "Job":
            let way: ChangeWorkload.Way = workload.kind == "Job" ? .recreation : .patch
            return (
                RunCanary(
                    workload: workload, form: .manualJob, change: change, name: "canary", ownLabels: ["job-name"]),
                ChangeWorkload(workload: workload, change: change, way: way)
            )
        default:
            return (
                RunCanary(workload: workload, form: .twin, change: change, name: "canary"),
                ChangeWorkload(workload: workload, change: change, notes: ["It is particular."])
            )
        }
    }

    /// The steps that take a key away.
    static func retirement(of key: KeyName, carrier: String = "aws-credentials") -> [Step] {
        let secret = ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "production", name: carrier)
        return [
            Step(
                id: "retire/production/secret/\(carrier)", phase: .retire, cluster: "prod",
                action: .removeCarrier(
                    RemoveCarrier(
                        carrier: secret, entries: ["id", "id.secret"], annotations: ["a.example/b"], copy: "kept",
                        source: "External Secrets (aws)")), actor: .gitOps,
                gates: [.soak(hours: 24)], verifications: [.noReference, .carrierGone]),
            Step(
                id: "retire/keys/\(key.id)/deactivate", phase: .retire,
                action: .deactivateKey(DeactivateKey(key: key)), actor: .keyshift,
                gates: [.schedule(hours: 744, reason: "it runs up to 31 days apart")],
                verifications: [.keyUnused, .keyInactive]),
            Step(
                id: "decommission/keys/\(key.id)/delete", phase: .decommission, action: .deleteKey(DeleteKey(key: key)),
                actor: .keyshift, gates: [.quiet(days: 7)], verifications: [.keyGone]),
            Step(
                id: "decommission/keys/\(key.id)/user", phase: .decommission,
                action: .deleteUser(DeleteUser(key: key)), actor: .person,
                gates: [.approval(reason: "other policies may name the user")], verifications: [.userGone, .confirmed]),
            Step(
                id: "decommission/production/secret/\(carrier)/copy", phase: .decommission, cluster: "prod",
                action: .removeCopy(RemoveCopy(carrier: secret, copy: "kept")), actor: .keyshift,
                verifications: [.carrierGone]),
        ]
    }

    static let issuer = Step(
        id: "prepare/clusters/prod/issuer", phase: .prepare, cluster: "prod",
        action: .trustIssuer(
            TrustIssuer(cluster: "prod", account: "123456789012", issuer: configuration.clusters[0].issuer)),
        actor: .terraform, verifications: [.issuerTrusted])

    /// Every action, gate, mechanism, fate and optional, in three clusters.
    static let full: Plan = {
        var plan = merged([
            parts(name: "api"), parts(name: "worker", mechanism: .eksPodIdentity, wave: 2),
            parts(kind: "CronJob", apiVersion: "batch/v1", name: "report", delivery: .gitOps, wave: 2),
            parts(
                cluster: "analytics", kind: "StatefulSet", name: "export", mechanism: .gkeWorkloadIdentity,
                account: "fixture-project", key: googleKey),
            parts(
                name: "exporter", mechanism: .irsa, wave: 2,
                target: TargetRole(account: "444455556666", role: "prod-production-exporter")),
            parts(
                cluster: "analytics", name: "archive", mechanism: .gkeWorkloadIdentity, account: "fixture-project",
                key: googleKey, isPrincipal: true),
            parts(
                cluster: "office", kind: "DaemonSet", name: "sync", mechanism: .aksWorkloadIdentity,
                account: "identities", key: azureKey),
        ])
        plan.isPartial = true
        plan.steps = [issuer] + plan.steps + [key, googleKey, azureKey].flatMap { retirement(of: $0) }.unique
        var exempt = parts(name: "legacy").services[0]
        exempt.choice = nil
        exempt.exemption = "moved next year (until 2027-01-31)"
        plan.services.append(exempt)
        plan.keys += PlannedKey.Fate.allCases.dropFirst().map { fate in
            PlannedKey(
                key: KeyName(kind: .googleHMACKey, id: "GOOG\(fate.rawValue)"), account: "", fate: fate,
                reason: "so it is", services: [])
        }
        plan.handovers = [
            Handover(
                id: "unclaimed/x", subject: "aws-access-key x", task: "Find who uses it.",
                reason: "no consumer is known.")
        ]
        return plan
    }()

    /// One plan of several, as the planner lays it out.
    static func merged(_ plans: [Plan]) -> Plan {
        Plan(
            clusters: plans.flatMap(\.clusters).unique, services: plans.flatMap(\.services),
            keys: plans.flatMap(\.keys).reduce(into: []) { keys, key in
                if let index = keys.firstIndex(where: { $0.key == key.key }) {
                    keys[index].services += key.services
                } else {
                    keys.append(key)
                }
            }, identities: plans.flatMap(\.identities), steps: plans.flatMap(\.steps))
    }

    /// Names that are paths, syntax, or too long for a file system.
    static let names = [
        "../../etc", "..", "/abs", "a\nb", "${x}", "%{if x}", "`id`", "$(id)", "'\"; rm", "\u{202E}txt", "Api", "api",
        "API", "-n", "", "a/b", "a-b", "|]x>", "```", "x\\", String(repeating: "n", count: 253),
        String(repeating: "n", count: 252) + "m", "true", "12", "null", "versions", "issuer",
    ]

    /// A plan whose every name is one of ``names``.
    static let hostile: Plan = merged(
        names.map { parts(namespace: $0, name: $0) }
            + names.map { parts(kind: "StatefulSet", name: $0, mechanism: .eksPodIdentity) }
            + [parts(cluster: "analytics", name: "x\"${y}", mechanism: .gkeWorkloadIdentity, account: "p\"${z}")])
}

extension Array where Element: Hashable {
    /// The elements without those that came before.
    var unique: [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}
