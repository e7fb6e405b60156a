internal import StructuredText

/// A cluster that never was, from which a dump is made object by object.
///
/// Sizes and shapes follow what `kubectl get -A -o json` prints of clusters with some tens of teams.
struct ImaginedCluster {
    /// Source of everything that varies.
    var random: SeededGenerator
    /// How many objects there are so far.
    var count = 0
    /// What the charts of its releases are made of.
    let charts: ChartLibrary

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        charts = ChartLibrary(seed: seed)
    }

    /// All kinds of objects but Helm releases, with their shares; a new kind is a function and a line here.
    private static let kinds: [(share: Int, make: @Sendable (inout ImaginedCluster) -> StructuredValue)] = [
        (13, { $0.pod() }),
        (9, { $0.replicaSet() }),
        (5, { $0.deployment() }),
        (1, { $0.statefulSet() }),
        (2, { $0.cronJob() }),
        (15, { $0.opaqueSecret() }),
        (8, { $0.tlsSecret() }),
        (6, { $0.tokenSecret() }),
        (4, { $0.registrySecret() }),
        (14, { $0.configMap() }),
        (6, { $0.customResource() }),
        (7, { $0.serviceAccount() }),
        (10, { $0.event() }),
    ]

    /// The next object, of any kind but a Helm release.
    mutating func object() -> StructuredValue {
        var ticket = random.number(0..<Self.kinds.reduce(0) { $0 + $1.share })
        for kind in Self.kinds {
            if ticket < kind.share { return kind.make(&self) }
            ticket -= kind.share
        }
        return pod()
    }

    /// An object as the API server prints it: type, metadata and whatever else it has.
    mutating func object(
        _ apiVersion: String, _ kind: String, name: String? = nil, labels: [(String, String)] = [],
        annotations: [(String, String)] = [], _ fields: [StructuredValue.Member]
    ) -> StructuredValue {
        count += 1
        let name = name ?? "\(random.word())-\(random.word())-\(count)"
        var metadata: StructuredValue = [
            "creationTimestamp": .string(random.timestamp()),
            "labels": .texts(labels + standardLabels(name)),
            "name": .string(name),
            "namespace": .string("team-\(random.number(0..<60))"),
            "resourceVersion": .string("\(random.number(1_000_000..<900_000_000))"),
            "uid": .string(random.uuid()),
        ]
        if !annotations.isEmpty { metadata = metadata.setting("annotations", .texts(annotations)) }
        let head: [StructuredValue.Member] = [
            .init("apiVersion", .string(apiVersion)), .init("kind", .string(kind)), .init("metadata", metadata),
        ]
        return .mapping(head + fields)
    }

    private mutating func standardLabels(_ name: String) -> [(String, String)] {
        [
            ("app.kubernetes.io/component", random.word()),
            ("app.kubernetes.io/instance", name),
            ("app.kubernetes.io/managed-by", random.happens(percent: 60) ? "Helm" : "argocd"),
            ("app.kubernetes.io/name", random.word()),
            ("helm.sh/chart", "\(random.word())-\(random.number(0..<9)).\(random.number(0..<30)).0"),
        ]
    }
}
