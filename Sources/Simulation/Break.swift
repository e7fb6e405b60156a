public import MigrationModel
internal import StructuredText

/// Something that goes wrong in a simulated world.
public enum Break: Hashable, Sendable {
    /// The role lacks what the service does: new Pods without a key are refused, and never get ready.
    case canary(ObjectReference)
    /// Somebody edits the template of a workload at this moment.
    case drift(ObjectReference, at: Timestamp)
    /// A release puts the first template of a workload back at this moment.
    case regression(ObjectReference, at: Timestamp)
    /// Somebody activates a key again at this moment.
    case reactivation(key: String, at: Timestamp)
    /// The cloud refuses every call with this number, and its multiples, as too many.
    case throttle(every: Int)
    /// Every call with this number, and its multiples, gets no answer, and is not carried out.
    case unavailable(every: Int)
    /// Every call with this number, and its multiples, is carried out, and its answer is lost.
    case lostAnswer(every: Int)

    /// When it strikes; `nil` for what holds all the time.
    var time: Timestamp? {
        switch self {
        case .drift(_, let time), .regression(_, let time), .reactivation(_, let time): time
        case .canary, .throttle, .unavailable, .lostAnswer: nil
        }
    }

    /// Changes the world once its moment has come.
    ///
    /// - Returns: whether it has struck, which it does only once.
    func strike(_ world: inout WorldState) -> Bool {
        guard let time, time <= world.now else { return false }
        switch self {
        case .drift(let workload, _): world.edit(workload, Self.prepend)
        case .regression(let workload, _):
            let former = world.firstTemplates[workload]
            world.edit(workload) { object, path in
                object.set(former, at: path[...])
                object.set("Helm", at: "metadata", "labels", "app.kubernetes.io/managed-by")
                object.set(.string(object.name), at: "metadata", "annotations", "meta.helm.sh/release-name")
                object.set(.string(object.namespace), at: "metadata", "annotations", "meta.helm.sh/release-namespace")
            }
        case .reactivation(let key, _): world.account.setStatus("Active", ofKey: key)
        case .canary, .throttle, .unavailable, .lostAnswer: break
        }
        return true
    }

    /// A setting in front of all others, as somebody with `kubectl edit` puts it.
    private static func prepend(_ object: inout StructuredValue, _ path: [String]) {
        let place = path + ["spec", "containers", "0", "envFrom"]
        let entries = object.at(place[...])?.elements ?? []
        let flags: StructuredValue = ["configMapRef": ["name": "feature-flags", "optional": true]]
        object.set(.sequence([flags] + entries), at: place[...])
        guard entries.isEmpty else { return }
        let containers = object.at((path + ["spec", "containers"])[...])?.elements ?? []
        let sidecar: StructuredValue = ["name": "log-shipper", "image": "company/log-shipper:v1"]
        object.set(.sequence([sidecar] + containers), at: (path + ["spec", "containers"])[...])
    }
}

extension WorldState {
    /// Changes a workload, given the path of its template.
    fileprivate mutating func edit(
        _ workload: ObjectReference, _ change: (inout StructuredValue, [String]) -> Void
    ) {
        let wanted: StructuredValue = [
            "apiVersion": .string(workload.apiVersion), "kind": .string(workload.kind),
        ]
        guard let kind = cluster.kind(of: wanted),
            var object = cluster.object(kind, workload.namespace ?? "", workload.name), let path = object.templatePath
        else { return }
        change(&object, path)
        cluster.store(ObjectDefaults.completing(object, kind), kind, now)
        disturb()
    }
}
