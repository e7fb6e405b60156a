import MigrationModel
import StructuredText

/// The Pods of a StatefulSet or DaemonSet, each of the current template or of a former one.
struct OwnedPods {
    /// A Pod, as far as its replacement needs it.
    struct Pod {
        var name: String
        var uid: String
        var node: String
        var labels: StructuredValue
        var isCurrent: Bool
        var isReady: Bool
        /// Its position in a StatefulSet; 0 for others.
        var ordinal: Int
    }

    /// The Pods in the order in which they are replaced: the last of a StatefulSet first, as its controller does.
    let pods: [Pod]
    /// How many there are to be.
    let wanted: Int

    /// Looks; `nil` while the controller has not seen the template as it is.
    init?(of workload: ObjectReference, _ access: KubernetesAccess) async throws(AccessProblem) {
        guard let live = try await access.object(workload) else { throw Drift.missing(workload) }
        let observed = live.value(at: "/status/observedGeneration")?.number ?? 0
        guard observed >= live.value(at: "/metadata/generation")?.number ?? 0 else { return nil }
        let uid = live.value(at: "/metadata/uid")?.text ?? ""
        guard let revision = try await Self.revision(of: live, uid, workload, access) else { return nil }
        let mark = "controller-revision-hash"
        pods = try await access.list("pods", in: workload.namespace).compactMap { pod in
            guard Self.owner(of: pod) == uid, !uid.isEmpty, let name = pod.value(at: "/metadata/name")?.text,
                pod.value(at: "/metadata/deletionTimestamp") == nil
            else { return nil }
            let labels = pod.value(at: "/metadata/labels") ?? .mapping([])
            let ready = pod.value(at: "/status/conditions")?.elements.contains {
                $0["type"]?.text == "Ready" && $0["status"]?.text == "True"
            }
            return Pod(
                name: name, uid: pod.value(at: "/metadata/uid")?.text ?? "",
                node: pod.value(at: "/spec/nodeName")?.text ?? "", labels: labels,
                isCurrent: labels[mark]?.text == revision, isReady: ready ?? false,
                ordinal: name.lastIndex(of: "-").flatMap { Int(name[name.index(after: $0)...]) } ?? 0)
        }.sorted { ($1.ordinal, $0.name) < ($0.ordinal, $1.name) }
        wanted =
            workload.kind == "DaemonSet"
            ? live.value(at: "/status/desiredNumberScheduled")?.number ?? 0
            : live.value(at: "/spec/replicas")?.number ?? 1
    }

    /// Who controls an object.
    static func owner(of object: StructuredValue) -> String? {
        object.value(at: "/metadata/ownerReferences")?.elements.first { $0["controller"] == .bool(true) }?["uid"]?.text
    }

    /// The label of Pods of the current template; a DaemonSet only has it on its newest ControllerRevision.
    private static func revision(
        of live: StructuredValue, _ uid: String, _ workload: ObjectReference, _ access: KubernetesAccess
    ) async throws(AccessProblem) -> String? {
        if workload.kind == "StatefulSet" { return live.value(at: "/status/updateRevision")?.text }
        let revisions = try await access.list("controllerrevisions", in: workload.namespace).filter {
            owner(of: $0) == uid
        }
        let newest = revisions.max { ($0["revision"]?.number ?? 0) < ($1["revision"]?.number ?? 0) }
        return newest?.value(at: "/metadata/labels/controller-revision-hash")?.text
    }
}
