internal import StructuredText

/// What the API server adds to objects, and leaves out of them: the few defaults that a migration meets.
enum ObjectDefaults {
    /// An object as it is stored.
    static func completing(_ object: StructuredValue, _ kind: ResourceKind) -> StructuredValue {
        var object = pruned(object)
        object.set(.string(kind.apiVersion), at: "apiVersion")
        if kind == .secret { completeSecret(&object) }
        for (path, value) in defaults[kind] ?? [] where object.at(path[...]) == nil {
            object.set(value, at: path[...])
        }
        if let path = object.templatePath { completePod(&object, path + ["spec"]) }
        return object
    }

    private static let defaults: [ResourceKind: [(path: [String], value: StructuredValue)]] = [
        .secret: [(["type"], "Opaque")],
        .deployment: [
            (["spec", "replicas"], 1), (["spec", "revisionHistoryLimit"], 10),
            (["spec", "progressDeadlineSeconds"], 600),
            (
                ["spec", "strategy"],
                ["rollingUpdate": ["maxSurge": "25%", "maxUnavailable": "25%"], "type": "RollingUpdate"]
            ),
        ],
        .statefulSet: [
            (["spec", "replicas"], 1), (["spec", "revisionHistoryLimit"], 10),
            (["spec", "podManagementPolicy"], "OrderedReady"),
            (["spec", "updateStrategy"], ["rollingUpdate": ["partition": 0], "type": "RollingUpdate"]),
        ],
        .daemonSet: [
            (["spec", "revisionHistoryLimit"], 10),
            (
                ["spec", "updateStrategy"],
                ["rollingUpdate": ["maxSurge": 0, "maxUnavailable": 1], "type": "RollingUpdate"]
            ),
        ],
        .cronJob: [
            (["spec", "concurrencyPolicy"], "Allow"), (["spec", "suspend"], false),
            (["spec", "successfulJobsHistoryLimit"], 3), (["spec", "failedJobsHistoryLimit"], 1),
        ],
        .job: [
            (["spec", "backoffLimit"], 6), (["spec", "completions"], 1), (["spec", "parallelism"], 1),
            (["spec", "suspend"], false),
        ],
    ]

    private static func completeSecret(_ object: inout StructuredValue) {
        for (key, text) in object.at("stringData")?.texts.sorted(by: { $0.key < $1.key }) ?? [] {
            object.set(.string(Base64Text.encoding(text)), at: "data", key)
        }
        object.set(nil, at: "stringData")
    }

    /// The two names of one field, and modes of files.
    private static func completePod(_ object: inout StructuredValue, _ path: [String]) {
        guard let spec = object.at(path[...]) else { return }
        if let account = spec.at("serviceAccountName") ?? spec.at("serviceAccount") {
            object.set(account, at: (path + ["serviceAccountName"])[...])
            object.set(account, at: (path + ["serviceAccount"])[...])
        }
        for (index, volume) in (spec.at("volumes")?.elements ?? []).enumerated() {
            for source in ["secret", "configMap", "projected"] where volume.at(source) != nil {
                guard volume.at(source, "defaultMode") == nil else { continue }
                object.set(420, at: (path + ["volumes", String(index), source, "defaultMode"])[...])
            }
        }
    }

    private static let maps: Set<String> = [
        "labels", "annotations", "data", "binaryData", "stringData", "nodeSelector",
    ]

    /// Without fields that are written only when they hold something: `null`, empty lists and empty maps.
    private static func pruned(_ value: StructuredValue) -> StructuredValue {
        switch value {
        case .mapping(let members):
            .mapping(
                members.compactMap { member in
                    switch member.value {
                    case .null, .sequence([]): nil
                    case .mapping([]) where maps.contains(member.key): nil
                    default: .init(member.key, pruned(member.value))
                    }
                })
        case .sequence(let elements): .sequence(elements.map(pruned))
        default: value
        }
    }
}
