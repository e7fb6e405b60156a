public import MigrationModel
public import StructuredText

/// A Kubernetes cluster in memory: its objects, and what its Pods have in hand.
///
/// Only what a migration sees is simulated: no scheduler, no network, no quotas.
public struct SimulatedCluster: Sendable {
    /// Where an object is kept.
    struct Place: Hashable, Comparable {
        var namespace: String
        var name: String
        static func < (left: Self, right: Self) -> Bool {
            (left.namespace, left.name) < (right.namespace, right.name)
        }
    }

    /// The name that the cloud has for it.
    public let name: String
    /// The context of kubectl that reaches it.
    public let context: String
    /// Its region.
    public let region: String
    /// Its OIDC issuer.
    public let issuer: String
    /// The kinds that it serves.
    var kinds = ResourceKind.builtIn
    /// What each container of a running Pod has read of its environment when it started, by the unique id of the Pod.
    var processes: [String: PodProcess] = [:]
    /// How many objects were made, for unique ids.
    private var made = 0
    /// How many changes there were.
    private(set) var version = 1
    private var objects: [ResourceKind: [Place: StructuredValue]] = [:]

    /// Creates a cluster with objects that somebody applied.
    ///
    /// - Parameters:
    ///   - name: the name that the cloud has for it.
    ///   - context: the context of kubectl that reaches it; the name when empty.
    ///   - region: its region.
    ///   - issuer: its OIDC issuer, `https://…`.
    ///   - nodes: how many nodes it has.
    ///   - manifests: its objects; kinds that nobody knows are kept as they are.
    ///   - time: when they were applied.
    public init(
        name: String, context: String = "", region: String, issuer: String, nodes: Int = 3,
        manifests: [StructuredValue], at time: Timestamp
    ) {
        self.name = name
        self.context = context.isEmpty ? name : context
        self.region = region
        self.issuer = issuer
        for number in 1...max(1, nodes) {
            store(["apiVersion": "v1", "kind": "Node", "metadata": ["name": .string("node-\(number)")]], .node, time)
        }
        for manifest in manifests { add(manifest, time) }
    }

    /// Adds an object, its namespace with the ServiceAccount `default`, and its kind where that is a new one.
    private mutating func add(_ manifest: StructuredValue, _ time: Timestamp) {
        guard let kind = kind(of: manifest) ?? newKind(of: manifest) else { return }
        if kind.isNamespaced, !manifest.namespace.isEmpty { addNamespace(manifest.namespace, time) }
        if kind == .namespace { return addNamespace(manifest.name, time) }
        store(ObjectDefaults.completing(manifest, kind), kind, time)
    }

    private mutating func addNamespace(_ name: String, _ time: Timestamp) {
        guard object(.namespace, "", name) == nil else { return }
        store(["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": .string(name)]], .namespace, time)
        store(
            [
                "apiVersion": "v1", "kind": "ServiceAccount",
                "metadata": ["name": "default", "namespace": .string(name)],
            ], .serviceAccount, time)
    }

    private mutating func newKind(of manifest: StructuredValue) -> ResourceKind? {
        guard let version = manifest.at("apiVersion")?.text, let kind = manifest.at("kind")?.text else { return nil }
        let new = ResourceKind(
            version, kind, kind.lowercased() + "s", isNamespaced: !manifest.namespace.isEmpty)
        kinds.append(new)
        return new
    }

    // MARK: Reading

    /// The kind of a manifest; its group counts, its version does not.
    func kind(of manifest: StructuredValue) -> ResourceKind? {
        guard let version = manifest.at("apiVersion")?.text, let kind = manifest.at("kind")?.text else { return nil }
        let group = version.contains("/") ? String(version.prefix { $0 != "/" }) : ""
        return kinds.first { $0.kind == kind && $0.group == group }
    }

    /// One object.
    func object(_ kind: ResourceKind, _ namespace: String, _ name: String) -> StructuredValue? {
        objects[kind]?[Place(namespace: kind.isNamespaced ? namespace : "", name: name)]
    }

    /// All objects of a kind by namespace and name; of one namespace when it is given.
    func list(_ kind: ResourceKind, in namespace: String? = nil) -> [StructuredValue] {
        (objects[kind] ?? [:]).filter { namespace == nil || !kind.isNamespaced || $0.key.namespace == namespace }
            .sorted { $0.key < $1.key }.map(\.value)
    }

    /// The objects of a kind that an object controls.
    func owned(by owner: StructuredValue, _ kind: ResourceKind) -> [StructuredValue] {
        let uid = owner.uid
        return list(kind, in: owner.namespace).filter { $0.owner == uid }
    }

    /// Everything that is there, as `kubectl get -o json` prints several kinds.
    public var dump: StructuredValue {
        [
            "apiVersion": "v1",
            "items": .sequence(kinds.flatMap { list($0) }.map(\.sorted)),
            "kind": "List", "metadata": ["resourceVersion": ""],
        ]
    }

    // MARK: Writing

    /// Stores an object that is there already or a new one, and counts its generations.
    @discardableResult
    mutating func store(_ value: StructuredValue, _ kind: ResourceKind, _ time: Timestamp) -> StructuredValue {
        var value = value
        let place = Place(namespace: kind.isNamespaced ? value.namespace : "", name: value.name)
        version += 1
        if let former = objects[kind]?[place] {
            value.set(former.at("metadata", "uid"), at: "metadata", "uid")
            value.set(former.at("metadata", "creationTimestamp"), at: "metadata", "creationTimestamp")
            let generation = former.at("metadata", "generation")?.number
            let isChanged = value.at("spec") != former.at("spec")
            value.set(generation.map { .integer(isChanged ? $0 + 1 : $0) }, at: "metadata", "generation")
        } else {
            made += 1
            value.set(.string(StableHash.uid(made)), at: "metadata", "uid")
            value.set(time.value, at: "metadata", "creationTimestamp")
            value.set(value.at("spec") == nil ? nil : 1, at: "metadata", "generation")
        }
        value.set(.string(String(version)), at: "metadata", "resourceVersion")
        objects[kind, default: [:]][place] = value
        return value
    }

    /// Changes the status of an object, which is no new generation.
    mutating func setStatus(_ status: StructuredValue, of value: StructuredValue, _ kind: ResourceKind) {
        let place = Place(namespace: kind.isNamespaced ? value.namespace : "", name: value.name)
        guard var object = objects[kind]?[place], object.at("status") != status else { return }
        object.set(status, at: "status")
        version += 1
        object.set(.string(String(version)), at: "metadata", "resourceVersion")
        objects[kind]?[place] = object
    }

    /// Takes an object away; Pods get the time to end.
    mutating func delete(_ value: StructuredValue, _ kind: ResourceKind, _ time: Timestamp) {
        let place = Place(namespace: kind.isNamespaced ? value.namespace : "", name: value.name)
        if kind == .pod, !value.isLeaving {
            objects[kind]?[place]?.set(time.value, at: "metadata", "deletionTimestamp")
        } else {
            objects[kind]?[place] = nil
            processes[value.uid] = nil
        }
        version += 1
    }

    /// Deletes what is owned by nothing that is still there.
    mutating func collectGarbage(_ time: Timestamp) {
        for kind in [ResourceKind.replicaSet, .controllerRevision, .job, .pod] {
            for object in list(kind) where !object.owner.isEmpty && !object.isLeaving {
                let owner = object.at("metadata", "ownerReferences", "0") ?? .null
                let holder = self.kind(of: owner).flatMap { kind in
                    self.object(kind, object.namespace, owner.at("name")?.text ?? "")
                }
                if holder?.uid != object.owner { delete(object, kind, time) }
            }
        }
    }

    /// Letters for the name of the next object that gets one by itself.
    func nextLetters(_ count: Int) -> String { StableHash.letters("name \(made) \(version)", count: count) }
}
