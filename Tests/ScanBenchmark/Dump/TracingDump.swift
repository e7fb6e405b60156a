internal import StructuredText

/// A dump of Secrets and of the workloads that receive them, object by object.
///
/// Every tenth Secret carries a key, and every fifth of those the key of another namespace's. Of five workloads one is a
/// Deployment, one its ReplicaSet, one the Pod of that, one a StatefulSet and one a CronJob; a third of them receive a key,
/// and all receive another Secret of their namespace, so that most references lead to a Secret that carries none.
struct TracingDump {
    /// How many namespaces there are.
    static let namespaces = 500

    let format: DumpFormat
    let secrets: Int
    let workloads: Int
    /// What has been made so far.
    private(set) var bytes = 0
    private(set) var objects = 0
    private var random = SeededGenerator(seed: 2027)

    init(format: DumpFormat, secrets: Int = 100_000, workloads: Int = 50_000) {
        (self.format, self.secrets, self.workloads) = (format, secrets, workloads)
    }

    /// Hands out the text of the dump, piece by piece: first the workloads, so that no reference is known yet when it is read.
    mutating func write(to output: (String) throws -> Void) rethrows {
        try output(format.head)
        for number in 0..<workloads { try append(workload(number), to: output) }
        for number in 0..<min(Self.namespaces, max(1, workloads)) { try append(serviceAccount(number), to: output) }
        for number in 0..<secrets { try append(secret(number), to: output) }
        try output(format.tail)
    }

    private mutating func append(_ object: StructuredValue, to output: (String) throws -> Void) rethrows {
        let text = format.text(of: object.sorted)
        if objects > 0 { try output(format.separator) }
        try output(text)
        objects += 1
        bytes += text.utf8.count
    }

    /// Every tenth Secret is a carrier; ten in a row share a namespace, so that each has carriers and others.
    private mutating func secret(_ number: Int) -> StructuredValue {
        var data = [("password", random.password(24)), ("url", "postgres://db.\(random.word()).svc:5432/app")]
        if number % 10 == 0 {
            let carrier = number / 10
            let key = SyntheticKey(number: 1_000_000 + (carrier % 5 == 4 ? carrier - 1 : carrier), isTemporary: false)
            data = [("AWS_ACCESS_KEY_ID", key.id), ("AWS_SECRET_ACCESS_KEY", key.secret), ("AWS_REGION", "eu-west-1")]
        }
        let encoded = data.map { ($0.0, Base64Text.encode($0.1)) }
        return object(
            "v1", "Secret", Self.secretName(number), namespace: number / 10,
            [.init("data", .texts(encoded)), .init("type", "Opaque")])
    }

    private mutating func serviceAccount(_ number: Int) -> StructuredValue {
        let role = ("eks.amazonaws.com/role-arn", "arn:aws:iam::123456789012:role/team-\(number)")
        return object(
            "v1", "ServiceAccount", "worker", namespace: number, annotations: number % 3 == 0 ? [role] : [], [])
    }

    private mutating func workload(_ number: Int) -> StructuredValue {
        let service = number / 5
        let name = "service-\(service)"
        let pod = podSpec(number, of: service)
        let spec = ImaginedCluster.workloadSpec(pod, app: name)
        switch number % 5 {
        case 0: return workload("apps/v1", "Deployment", name, service, spec)
        case 1:
            let owner = Self.owner("apps/v1", "Deployment", name)
            return workload("apps/v1", "ReplicaSet", name + "-1", service, owner: owner, spec)
        case 2:
            let owner = Self.owner("apps/v1", "ReplicaSet", name + "-1")
            return workload("v1", "Pod", name + "-1-1", service, owner: owner, pod)
        case 3: return workload("apps/v1", "StatefulSet", name + "-store", service, spec)
        default: return workload("batch/v1", "CronJob", name + "-nightly", service, ImaginedCluster.cronJobSpec(pod))
        }
    }

    /// The Deployment, its ReplicaSet and its Pod have the same spec.
    private func podSpec(_ number: Int, of service: Int) -> StructuredValue {
        let variant = max(2, number % 5)
        var container: StructuredValue = [
            "env": .sequence([
                ["name": "LOG_LEVEL", "value": "info"],
                Self.variable("DATABASE_PASSWORD", of: other(service, variant), "password"),
            ]),
            "image": .string("registry.example.com/service-\(service):v\(variant)"), "name": "app",
            "volumeMounts": [["mountPath": "/etc/app", "name": "config"]],
        ]
        var volumes: [StructuredValue] = [Self.volume("config", of: other(service, variant + 3))]
        if (service + variant) % 3 == 0, let carrier = carrier(service, variant) {
            switch service % 4 {
            case 0:
                let variables = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"].map {
                    Self.variable($0, of: carrier, $0)
                }
                container = container.setting("env", .sequence(variables))
            case 1:
                container = container.setting("volumeMounts", [["mountPath": "/var/aws", "name": "aws"]])
                volumes.append(Self.volume("aws", of: carrier))
            default: container = container.setting("envFrom", [["secretRef": ["name": .string(carrier)]]])
            }
        }
        return ["containers": [container], "serviceAccountName": "worker", "volumes": .sequence(volumes)]
    }

    private static func secretName(_ number: Int) -> String { "secret-\(number)" }

    /// A carrier of a service's namespace; `nil` when there are too few Secrets for one.
    private func carrier(_ service: Int, _ variant: Int) -> String? { secret(service, variant, offset: 0) }

    /// A Secret of a service's namespace that carries nothing.
    private func other(_ service: Int, _ variant: Int) -> String {
        secret(service, variant, offset: 1 + variant % 9) ?? Self.secretName(1)
    }

    private func secret(_ service: Int, _ variant: Int, offset: Int) -> String? {
        let tens = secrets / 10
        let inNamespace = (tens - service % Self.namespaces + Self.namespaces - 1) / Self.namespaces
        guard inNamespace > 0 else { return nil }
        let ten = service % Self.namespaces + Self.namespaces * ((service / Self.namespaces + variant) % inNamespace)
        return Self.secretName(10 * ten + offset)
    }

    private static func variable(_ name: String, of secret: String, _ entry: String) -> StructuredValue {
        let reference: StructuredValue = ["key": .string(entry), "name": .string(secret)]
        return ["name": .string(name), "valueFrom": ["secretKeyRef": reference]]
    }

    private static func volume(_ name: String, of secret: String) -> StructuredValue {
        ["name": .string(name), "secret": ["secretName": .string(secret)]]
    }

    private static func uid(_ kind: String, _ name: String) -> String { "\(kind)-\(name)" }

    private static func owner(_ apiVersion: String, _ kind: String, _ name: String) -> StructuredValue {
        [
            "apiVersion": .string(apiVersion), "controller": true, "kind": .string(kind), "name": .string(name),
            "uid": .string(uid(kind, name)),
        ]
    }

    private mutating func workload(
        _ apiVersion: String, _ kind: String, _ name: String, _ service: Int, owner: StructuredValue? = nil,
        _ spec: StructuredValue
    ) -> StructuredValue {
        object(
            apiVersion, kind, name, namespace: service, uid: Self.uid(kind, name),
            metadata: owner.map { [.init("ownerReferences", [$0])] } ?? [], [.init("spec", spec)])
    }

    private mutating func object(
        _ apiVersion: String, _ kind: String, _ name: String, namespace: Int, uid: String? = nil,
        annotations: [(String, String)] = [], metadata: [StructuredValue.Member] = [],
        _ fields: [StructuredValue.Member]
    ) -> StructuredValue {
        var members: [StructuredValue.Member] = [
            .init("creationTimestamp", .string(random.timestamp())), .init("name", .string(name)),
            .init("namespace", .string("team-\(namespace % Self.namespaces)")),
            .init("uid", .string(uid ?? random.uuid())),
        ]
        if !annotations.isEmpty { members.append(.init("annotations", .texts(annotations))) }
        let head: [StructuredValue.Member] = [
            .init("apiVersion", .string(apiVersion)), .init("kind", .string(kind)),
            .init("metadata", .mapping(members + metadata)),
        ]
        return .mapping(head + fields)
    }
}
