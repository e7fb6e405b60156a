import MigrationModel
import StructuredText

/// A workload with its revisions and Pods, as a cluster has them.
struct WorkloadSight: Sendable {
    /// The workload; `nil` where it is not there.
    var object: SeenObject?
    /// What stands between it and its Pods: ReplicaSets, Jobs.
    var revisions: [SeenObject]
    /// All of its Pods, also those that have ended.
    var pods: [PodSight]
    /// What shows it.
    var evidence: [Evidence]

    /// The Pods that run or will.
    var living: [PodSight] { pods.filter(\.isLiving) }

    /// Looks it up.
    static func look(
        _ reference: ObjectReference, _ reading: any ClusterReading
    ) async throws(AccessProblem) -> WorkloadSight {
        let answer = try await reading.object(reference)
        let namespace = reference.namespace ?? ""
        var sight = WorkloadSight(
            object: answer.value.map(SeenObject.init), revisions: [], pods: [],
            evidence: [answer.evidence(answer.value == nil ? "\(reference) is not there." : "\(reference) is there.")])
        guard let object = sight.object else { return sight }
        if reference.kind == "Pod" {
            sight.pods = [PodSight(object)]
            return sight
        }
        for kind in between(object) {
            let list = try await reading.objects(kind, in: namespace)
            sight.revisions += list.value.map { SeenObject($0) }
        }
        let pods = try await reading.objects(ObjectKind("v1", "Pod"), in: namespace)
        sight.keepOwn(object, pods.value.map { PodSight(SeenObject($0)) })
        sight.evidence.append(
            pods.evidence("\(reference) has \(count(sight.living.count, "Pod")) that run or will."))
        return sight
    }

    /// Keeps what the workload owns, be it through another object.
    private mutating func keepOwn(_ object: SeenObject, _ all: [PodSight]) {
        var (own, rest) = ([object], revisions)
        while true {
            let next = rest.filter { one in own.contains { one.isOwned(by: $0) } }
            guard !next.isEmpty else { break }
            own += next
            let names = Set(next.map { "\($0.kind)/\($0.name)" })
            rest.removeAll { names.contains("\($0.kind)/\($0.name)") }
        }
        revisions = Array(own.dropFirst())
        let byName = Dictionary(own.map { ("\($0.kind)/\($0.name)", $0) }, uniquingKeysWith: { first, _ in first })
        pods = all.filter { pod in
            pod.object.owners.contains { owner in
                byName[owner.name].map { $0.uid.isEmpty || owner.uid.isEmpty || $0.uid == owner.uid } ?? false
            }
        }
    }

    /// The kinds between a workload and its Pods; of a custom kind anything may be.
    private static func between(_ workload: SeenObject) -> [ObjectKind] {
        switch workload.kind {
        case "Deployment", "Rollout": [ObjectKind("apps/v1", "ReplicaSet")]
        case "DeploymentConfig": [ObjectKind("v1", "ReplicationController")]
        case "CronJob": [ObjectKind("batch/v1", "Job")]
        case "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job": []
        default:
            [
                ObjectKind("apps/v1", "Deployment"), ObjectKind("apps/v1", "ReplicaSet"),
                ObjectKind("apps/v1", "StatefulSet"), ObjectKind("apps/v1", "DaemonSet"), ObjectKind("batch/v1", "Job"),
            ]
        }
    }

    static func count(_ number: Int, _ what: String) -> String { number == 1 ? "1 \(what)" : "\(number) \(what)s" }

    /// Whether it makes no Pods for now: a CronJob between its runs, or a workload without replicas.
    var isIdle: Bool {
        guard let object else { return false }
        if ["CronJob", "Job"].contains(object.kind) { return true }
        if object.kind == "DaemonSet" { return object.status["desiredNumberScheduled"]?.asNumber == 0 }
        return object.spec["replicas"]?.asNumber == 0
    }
}
