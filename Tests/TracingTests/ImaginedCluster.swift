import MigrationModel

@testable import Tracing

/// A small cluster, put together in tests.
struct ImaginedCluster {
    static let input = "dump.json"
    static let key = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKHKKEN7O4")

    var objects = ClusterObjects()
    var keys: [StaticKey] = []

    init() { objects.kinds = [Self.input: ["v1/Secret": 1, "v1/ConfigMap": 1]] }

    static func reference(_ kind: String, _ name: String, in namespace: String? = "shop") -> ObjectReference {
        let apiVersion =
            switch kind {
            case "Secret", "ConfigMap", "Pod", "ServiceAccount": "v1"
            case "CronJob", "Job": "batch/v1"
            case "Bucket": "storage.example.com/v1"
            default: "apps/v1"
            }
        return ObjectReference(apiVersion: apiVersion, kind: kind, namespace: namespace, name: name)
    }

    /// Puts the key into an entry of a carrier, with its secret half in another one.
    mutating func addKey(
        _ name: KeyName = key, to carrier: ObjectReference, entry: String = "AWS_ACCESS_KEY_ID",
        file: FileContents = .other, input: String = input
    ) {
        let identity = KeyIdentity(id: name.id, kind: name.kind)
        let sighting = Sighting(
            key: identity,
            place: Place(
                input: input, line: 1, object: carrier,
                path: ValuePath([.field("data"), .field(entry), .decoding(.base64)])), confidence: .paired)
        add(sighting, of: identity)
        objects.contents.append(
            CarrierContents(
                input: input, object: carrier,
                entries: [
                    entry: EntryContents(shape: .present, file: file),
                    "AWS_SECRET_ACCESS_KEY": EntryContents(shape: .present), "REGION": EntryContents(shape: .present),
                ]))
        if let kind = CarrierKind(rawValue: carrier.kind) {
            objects.carrierNames.insert(
                CarrierName(input: input, kind: kind, namespace: carrier.namespace, name: carrier.name))
        }
    }

    /// Puts the key into an object itself.
    mutating func addInlineKey(in object: ObjectReference, at path: ValuePath) {
        let identity = KeyIdentity(id: Self.key.id, kind: Self.key.kind)
        add(
            Sighting(
                key: identity, place: Place(input: Self.input, line: 1, object: object, path: path),
                confidence: .named), of: identity)
    }

    private mutating func add(_ sighting: Sighting, of identity: KeyIdentity) {
        if let index = keys.firstIndex(where: { $0.identity.id == identity.id }) {
            keys[index].sightings.append(sighting)
        } else {
            keys.append(
                StaticKey(
                    identity: identity, nature: .ordinary, secretHalfPresent: true, sightings: [sighting], carriers: [])
            )
        }
    }

    static func path(_ kind: String = "Deployment") -> [ValuePath.Step] {
        switch kind {
        case "Pod": [.field("spec")]
        case "CronJob":
            [.field("spec"), .field("jobTemplate"), .field("spec"), .field("template"), .field("spec")]
        default: [.field("spec"), .field("template"), .field("spec")]
        }
    }

    /// Adds a workload with one template.
    mutating func addWorkload(
        _ object: ObjectReference, _ containers: [Container], volumes: [Volume] = [], uid: String = "",
        owner: OwnerReference? = nil, labels: [String: String] = [:], annotations: [String: String] = [:],
        podLabels: [String: String] = [:], serviceAccount: String = "default", pullSecrets: [String] = [],
        pod: PodStatus? = nil, input: String = input
    ) {
        var containers = containers
        for index in containers.indices {
            containers[index].path = ValuePath(Self.path(object.kind) + [.field("containers"), .index(index)])
        }
        objects.workloads.append(
            Workload(
                input: input,
                object: ObjectDescription(
                    reference: object, uid: uid, labels: labels, owners: owner.map { [$0] } ?? []),
                templates: [
                    PodTemplate(
                        path: ValuePath(Self.path(object.kind)), labels: podLabels, annotations: annotations,
                        serviceAccount: serviceAccount, pullSecrets: pullSecrets, volumes: volumes,
                        containers: containers)
                ], pod: pod))
    }

    mutating func addAccount(
        _ name: String, in namespace: String = "shop", annotations: [String: String] = [:], uid: String = "",
        secrets: [String] = [], pullSecrets: [String] = [], input: String = input
    ) {
        objects.serviceAccounts.append(
            ServiceAccountFacts(
                input: input,
                object: ObjectDescription(
                    reference: Self.reference("ServiceAccount", name, in: namespace), uid: uid,
                    annotations: annotations), secrets: secrets, pullSecrets: pullSecrets))
    }

    static func owner(_ object: ObjectReference, uid: String = "") -> OwnerReference {
        OwnerReference(
            apiVersion: object.apiVersion, kind: object.kind, name: object.name, uid: uid, controller: true)
    }

    /// What is found of the whole.
    func trace(associations: [PodIdentityAssociation] = []) -> Trace {
        ClusterTrace(
            keys, objects: objects, inputs: Set(objects.workloads.map(\.input) + [Self.input]).sorted(),
            associations: associations
        ).trace()
    }

    /// The consumers in short: `api/app: env AWS_ACCESS_KEY_ID of Secret shop/aws`.
    func consumers() -> [String] {
        trace().consumptions.map { one in
            let carrier = one.carrier.map { " of \($0)" } ?? ""
            let object = one.object == one.service.object ? "" : " in \(one.object)"
            let marks = (one.optional ? ", optional" : "") + (one.certainty == .possible ? ", possible" : "")
            let target = one.reception.target.isEmpty ? "" : " " + one.reception.target
            return "\(one.service.object.name)/\(one.container ?? "-"): \(one.reception.name)\(target)"
                + "\(carrier)\(object)\(marks)"
        }
    }
}

extension EnvironmentEntry {
    static func secret(_ name: String, _ object: String, _ entry: String, optional: Bool = false) -> EnvironmentEntry {
        EnvironmentEntry(
            name: name, source: .secret(EntryReference(object: object, entry: entry, optional: optional)))
    }

    static func literal(_ name: String, _ text: String? = nil, references: [String] = []) -> EnvironmentEntry {
        EnvironmentEntry(
            name: name, source: .literal(LiteralValue(shape: .present, text: text, references: references)))
    }
}
