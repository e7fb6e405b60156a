import MigrationModel
import StructuredText

/// What a controller says of a rollout of one workload, by its kind.
///
/// See [deployment status](https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#deployment-status).
struct RolloutStatus {
    /// What is not done yet; `nil` where the controller is done.
    let waiting: String?
    /// Why it will not be done by waiting; `nil` where it may.
    let stuck: String?
    /// Which Pods are of the newest template, as far as the kind tells; every Pod where it does not.
    let isNew: @Sendable (PodSight) -> Bool

    private init(waiting: String?, stuck: String? = nil, isNew: @escaping @Sendable (PodSight) -> Bool = { _ in true })
    {
        self.waiting = waiting
        self.stuck = stuck
        self.isNew = isNew
    }

    /// Reads the status of a workload.
    init(of sight: WorkloadSight, _ object: SeenObject) {
        switch object.kind {
        case "Deployment": self = Self.deployment(object, sight.revisions)
        case "StatefulSet": self = Self.statefulSet(object)
        case "DaemonSet": self = Self.daemonSet(object)
        case "Rollout": self = Self.argoRollout(object)
        case "DeploymentConfig": self = Self.deploymentConfig(object)
        case "ReplicaSet", "ReplicationController": self = Self.replicas(object)
        case "Job": self = Self.job(object)
        default: self = RolloutStatus(waiting: nil)
        }
    }

    private static func number(_ object: SeenObject, _ name: String) -> Int { object.status[name]?.asNumber ?? 0 }

    private static func unseen(_ object: SeenObject) -> String? {
        let generation = object.metadata["generation"]?.asNumber ?? 0
        // Argo writes it as a text.
        let observed =
            object.status["observedGeneration"]?.asNumber
            ?? object.status["observedGeneration"]?.asText.flatMap { Int($0) } ?? 0
        return observed < generation ? "its controller has not seen the change yet" : nil
    }

    /// A controller that counts replicas: all new, none left over, all ready.
    private static func counted(_ object: SeenObject, updated: Int, ready: Int, total: Int) -> String? {
        let wanted = object.spec["replicas"]?.asNumber ?? 1
        if updated < wanted { return "\(updated) of \(wanted) Pods are new" }
        if total > updated { return "\(WorkloadSight.count(total - updated, "former Pod")) still run" }
        if ready < wanted { return "\(ready) of \(wanted) Pods are ready" }
        let unavailable = number(object, "unavailableReplicas")
        return unavailable > 0 ? "\(WorkloadSight.count(unavailable, "Pod")) are not available" : nil
    }

    private static func deployment(_ object: SeenObject, _ revisions: [SeenObject]) -> RolloutStatus {
        let waiting =
            unseen(object)
            ?? counted(
                object, updated: number(object, "updatedReplicas"), ready: number(object, "readyReplicas"),
                total: number(object, "replicas"))
        var stuck: String?
        if object.spec["paused"]?.asTruth == true { stuck = "it is paused" }
        if object.conditionReason("Progressing") == "ProgressDeadlineExceeded" {
            stuck = "it has made no progress within its deadline"
        }
        let revision = object.annotation(revisionName)
        let newest = revisions.first { $0.annotation(revisionName) == revision && revision != nil }
        guard let newest else {
            return RolloutStatus(waiting: waiting ?? "it has no newest ReplicaSet")
        }
        return RolloutStatus(waiting: waiting, stuck: unseen(object) != nil || waiting == nil ? nil : stuck) {
            $0.object.isOwned(by: newest)
        }
    }

    private static let revisionName = "deployment.kubernetes.io/revision"

    /// With the strategy OnDelete the current revision stays what it was: Pods tell by their label.
    private static func statefulSet(_ object: SeenObject) -> RolloutStatus {
        let update = object.status["updateRevision"]?.asText ?? ""
        let isOnDelete = object.spec["updateStrategy"]?["type"]?.asText == "OnDelete"
        let wanted = object.spec["replicas"]?.asNumber ?? 1
        var waiting = unseen(object)
        if waiting == nil, update.isEmpty { waiting = "its controller says nothing of revisions" }
        if waiting == nil, !isOnDelete, object.status["currentRevision"]?.asText != update {
            waiting = "\(number(object, "updatedReplicas")) of \(wanted) Pods are new"
        }
        if waiting == nil, number(object, "readyReplicas") < wanted {
            waiting = "\(number(object, "readyReplicas")) of \(wanted) Pods are ready"
        }
        let partition = object.spec["updateStrategy"]?["rollingUpdate"]?["partition"]?.asNumber ?? 0
        let stuck = partition > 0 ? "its partition of \(partition) holds other Pods back" : nil
        return RolloutStatus(waiting: waiting, stuck: waiting == nil ? nil : stuck) {
            $0.object.label(hashName) == update
        }
    }

    private static let hashName = "controller-revision-hash"

    private static func daemonSet(_ object: SeenObject) -> RolloutStatus {
        let wanted = number(object, "desiredNumberScheduled")
        var waiting = unseen(object)
        if waiting == nil, number(object, "updatedNumberScheduled") < wanted {
            let isOnDelete = object.spec["updateStrategy"]?["type"]?.asText == "OnDelete"
            waiting =
                "\(number(object, "updatedNumberScheduled")) of \(wanted) Pods are new"
                + (isOnDelete ? ", and only those that somebody deletes are replaced" : "")
        }
        if waiting == nil, number(object, "numberReady") < wanted {
            waiting = "\(number(object, "numberReady")) of \(wanted) Pods are ready"
        }
        if waiting == nil, number(object, "numberUnavailable") > 0 {
            waiting = "\(number(object, "numberUnavailable")) Pods are not available"
        }
        return RolloutStatus(waiting: waiting)
    }

    /// See [Rollout](https://argo-rollouts.readthedocs.io/en/stable/features/specification/).
    private static func argoRollout(_ object: SeenObject) -> RolloutStatus {
        let hash = object.status["currentPodHash"]?.asText ?? ""
        var waiting = unseen(object)
        if waiting == nil, hash.isEmpty || object.status["stableRS"]?.asText != hash {
            waiting = "its newest template is not the stable one yet"
        }
        waiting =
            waiting
            ?? counted(
                object, updated: number(object, "updatedReplicas"), ready: number(object, "readyReplicas"),
                total: number(object, "replicas"))
        let stuck =
            object.status["abort"]?.asTruth == true || object.status["phase"]?.asText == "Degraded"
            ? "it was aborted or is degraded" : nil
        return RolloutStatus(waiting: waiting, stuck: waiting == nil ? nil : stuck) {
            $0.object.label("rollouts-pod-template-hash") == hash
        }
    }

    private static func deploymentConfig(_ object: SeenObject) -> RolloutStatus {
        let waiting =
            unseen(object)
            ?? counted(
                object, updated: number(object, "updatedReplicas"), ready: number(object, "readyReplicas"),
                total: number(object, "replicas"))
        let newest = "ReplicationController/\(object.name)-\(number(object, "latestVersion"))"
        return RolloutStatus(waiting: waiting) { pod in pod.object.owners.contains { $0.name == newest } }
    }

    private static func replicas(_ object: SeenObject) -> RolloutStatus {
        let wanted = object.spec["replicas"]?.asNumber ?? 1
        let ready = number(object, "readyReplicas")
        return RolloutStatus(waiting: unseen(object) ?? (ready < wanted ? "\(ready) of \(wanted) Pods are ready" : nil))
    }

    private static func job(_ object: SeenObject) -> RolloutStatus {
        RolloutStatus(waiting: nil, stuck: object.condition("Failed") == "True" ? "it has failed" : nil)
    }
}
