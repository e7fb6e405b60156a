import MigrationModel

/// Traces made by hand, as people meet them.
enum SampleTraces {
    static let input = "dump.json.gz"

    static func workload(_ kind: String, _ name: String, _ input: String = input) -> WorkloadName {
        WorkloadName(
            input: input,
            object: ObjectReference(
                apiVersion: kind == "CronJob" ? "batch/v1" : "apps/v1", kind: kind, namespace: "shop", name: name))
    }

    static let key = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKABCDEFGH")
    static let orders = workload("Deployment", "order-api")
    static let report = workload("CronJob", "report")
    static let release = workload("HelmRelease", "shop")

    /// Two keys with services of every sort, and one without.
    static let reported: ScanReport = {
        var report = SampleReports.full
        report.inputs = [ScannedInput(name: input, bytes: 2_147_000, objects: 447)]
        report.keys = [SampleReports.paired, SampleReports.serviceAccount, SampleReports.storage]
        report.keys[2].sightings = [SampleReports.storage.sightings[0]]
        report.problems = []
        report.expiredAllowances = []
        report.unusedAllowances = []
        report.trace = trace
        return report
    }()

    static let trace = Trace(
        services: [orderService, reportService, Service(name: release)], consumptions: consumptions,
        groups: [ServiceGroup(keys: [key], services: [orders, report])], identities: [container.identity],
        findings: findings, inventory: [record], blindSpots: ["no Pods", "no CronJobs"])

    static let orderService = Service(
        name: orders, serviceAccounts: ["order-api"], replicas: 3, updateStrategy: "RollingUpdate",
        disruptionBudgets: [
            DisruptionBudget(
                object: ObjectReference(
                    apiVersion: "policy/v1", kind: "PodDisruptionBudget", namespace: "shop", name: "order-api"),
                selector: [:], rule: "minAvailable: 2")
        ],
        managers: [ObjectManager(program: "Helm", instance: "shop")], containers: ["api", "worker"], pods: 3)

    static let reportService = Service(
        name: report, serviceAccounts: ["default"], schedule: "0 3 * * *", isIdle: true, containers: ["report"])

    static let consumptions = [
        consumption(orders, "migrate", .initial, .environmentFrom(variable: "AWS_ACCESS_KEY_ID")),
        consumption(orders, "api", .main, .variable("AWS_ACCESS_KEY_ID")),
        consumption(orders, "api", .main, .volume(path: "/root/.aws/credentials"), optional: true),
        consumption(orders, "worker", .main, .variable("AWS_ACCESS_KEY_ID")),
        consumption(orders, "worker", .main, .volume(path: "/root/.aws/credentials"), optional: true),
        consumption(
            report, "report", .main,
            .inline(
                ValuePath([
                    .field("spec"), .field("jobTemplate"), .field("spec"), .field("template"), .field("spec"),
                    .field("containers"), .index(0), .field("env"), .index(0), .field("value"),
                ])), carrier: nil),
        Consumption(
            key: key, service: release, object: release.object,
            reception: .customResource(ValuePath([.field("spec"), .field("valuesFrom"), .index(0)])),
            carrier: secret, certainty: .possible),
        Consumption(
            key: KeyName(kind: .googleServiceAccountKey, id: "0123456789abcdef0123456789abcdef01234567"),
            service: orders,
            object: ObjectReference(
                apiVersion: "apps/v1", kind: "ReplicaSet", namespace: "shop", name: "order-api-5f6d"),
            container: "api", role: .main, reception: .subPath(path: "/etc/google/key.json"),
            carrier: SampleReports.secret("google"), entry: "key.json"),
    ]

    static let secret = SampleReports.secret("aws-credentials")

    static func consumption(
        _ service: WorkloadName, _ container: String, _ role: Container.Role, _ reception: Reception,
        carrier: ObjectReference? = secret, optional: Bool = false
    ) -> Consumption {
        Consumption(
            key: key, service: service, object: service.object, container: container, role: role,
            reception: reception, carrier: carrier, entry: carrier == nil ? nil : "AWS_ACCESS_KEY_ID",
            optional: optional)
    }

    static let findings = [
        IdentityFinding(
            .staticShadowsFederated, input: input, object: orders.object, container: "api",
            families: ["boto3", "go-v2", "java-v2"],
            message:
                "Go v2, Java v2 and boto3 use the static key of the environment, not the role of the ServiceAccount",
            advice: "take the variables out of the template before you delete the key."),
        IdentityFinding(
            .unusedIdentity, input: input, object: record.serviceAccount,
            message: "No Pod uses the role.", advice: "Remove the annotation, or use the ServiceAccount."),
    ]

    /// The same of a thousand objects, and a thousand sentences about one.
    static let manyFindings =
        (1...1000).map { number in
            IdentityFinding(
                .nodeRoleFallback, input: input, object: workload("Deployment", "d\(number)").object,
                message: "Nothing but the node's role is left.", advice: "Give it a ServiceAccount with a role.")
        }
        + (1...1000).map { number in
            IdentityFinding(
                .missingFile, input: input, object: orders.object, message: "/file-\(number) is not there.",
                advice: "Mount it.")
        }

    static let record = IdentityRecord(
        input: input,
        serviceAccount: ObjectReference(
            apiVersion: "v1", kind: "ServiceAccount", namespace: "shop", name: "order-api"),
        identities: [
            FederatedIdentity(
                mechanism: .irsa, principal: "arn:aws:iam::123456789012:role/order-api", evidence: .annotation)
        ], managers: [ObjectManager(program: "Helm", instance: "shop")], owner: "team-orders",
        lastChange: "2026-02-17T12:00:00Z", services: [orders], mountsNeedlessToken: false)
}
