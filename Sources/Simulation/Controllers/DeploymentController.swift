import MigrationModel
internal import StructuredText

/// Deployments: a ReplicaSet for each template, the newest growing as the others shrink.
enum DeploymentController: Controller {
    private static let hash = "pod-template-hash"
    private static let revision = "deployment.kubernetes.io/revision"

    static func reconcile(_ world: inout WorldState) {
        for deployment in world.cluster.list(.deployment) {
            let sets = world.cluster.owned(by: deployment, .replicaSet)
            let current = current(of: deployment, among: sets, &world)
            scale(deployment, current, others: sets.filter { $0.uid != current.uid }, &world)
            forget(deployment, current, sets, &world)
            report(deployment, current, &world)
        }
    }

    /// The ReplicaSet of the template, which is made where there is none, and numbered anew where it is an old one.
    private static func current(
        of deployment: StructuredValue, among sets: [StructuredValue], _ world: inout WorldState
    ) -> StructuredValue {
        let template = deployment.at("spec", "template") ?? .null
        let numbers = sets.map { Int($0.annotations[revision] ?? "") ?? 0 }
        let found = sets.first { set in
            var held = set.at("spec", "template") ?? .null
            held.set(nil, at: "metadata", "labels", hash)
            return held.sorted == template.sorted
        }
        if var set = found {
            guard Int(set.annotations[revision] ?? "") != numbers.max() else { return set }
            set.set(.string(String((numbers.max() ?? 0) + 1)), at: "metadata", "annotations", revision)
            return number(deployment, world.cluster.store(set, .replicaSet, world.now), &world)
        }
        let letters = StableHash.letters(template, count: 10)
        var held = template
        held.set(.string(letters), at: "metadata", "labels", hash)
        var set: StructuredValue = [
            "apiVersion": "apps/v1", "kind": "ReplicaSet",
            "metadata": [
                "name": .string("\(deployment.name)-\(letters)"), "namespace": .string(deployment.namespace),
                "labels": .init(texts: held.labels), "ownerReferences": .owned(by: deployment),
            ],
            "spec": [
                "replicas": 0, "template": held,
                "selector": ["matchLabels": .init(texts: selector(deployment).merging([hash: letters]) { $1 })],
            ],
        ]
        set.set(.string(String((numbers.max() ?? 0) + 1)), at: "metadata", "annotations", revision)
        return number(deployment, world.cluster.store(set, .replicaSet, world.now), &world)
    }

    private static func selector(_ deployment: StructuredValue) -> [String: String] {
        deployment.at("spec", "selector", "matchLabels")?.texts ?? [:]
    }

    /// Notes the number of the revision at the Deployment.
    private static func number(
        _ deployment: StructuredValue, _ set: StructuredValue, _ world: inout WorldState
    ) -> StructuredValue {
        var deployment = deployment
        deployment.set(set.at("metadata", "annotations", revision), at: "metadata", "annotations", revision)
        world.cluster.store(deployment, .deployment, world.now)
        return set
    }

    /// Lets the current one grow by one more than there may be, and the others shrink by what is ready beyond that.
    private static func scale(
        _ deployment: StructuredValue, _ current: StructuredValue, others: [StructuredValue],
        _ world: inout WorldState
    ) {
        let wanted = deployment.at("spec", "replicas")?.number ?? 1
        let old = others.reduce(0) { $0 + $1.replicas }
        if deployment.at("spec", "strategy", "type")?.text == "Recreate" {
            for set in others { resize(set, 0, &world) }
            let left = others.reduce(0) { $0 + world.cluster.owned(by: $1, .pod).count }
            return resize(current, left == 0 ? wanted : current.replicas, &world)
        }
        let surge = max(1, (wanted + 3) / 4)
        resize(current, min(wanted, max(current.replicas, wanted + surge - old)), &world)
        let ready = (others + [current]).reduce(0) { sum, set in
            sum + world.cluster.owned(by: set, .pod).count { $0.condition("Ready") == "True" && !$0.isLeaving }
        }
        var spare = max(0, ready - wanted)
        for set in others where set.replicas > 0 {
            let unready = world.cluster.owned(by: set, .pod).count { $0.condition("Ready") != "True" && !$0.isLeaving }
            let fewer = min(set.replicas, spare + unready)
            spare -= max(0, fewer - unready)
            resize(set, set.replicas - fewer, &world)
        }
    }

    private static func resize(_ set: StructuredValue, _ count: Int, _ world: inout WorldState) {
        guard set.replicas != count, var set = world.cluster.object(.replicaSet, set.namespace, set.name) else {
            return
        }
        set.set(.integer(count), at: "spec", "replicas")
        world.cluster.store(set, .replicaSet, world.now)
    }

    /// Deletes former revisions beyond the limit, the oldest first.
    private static func forget(
        _ deployment: StructuredValue, _ current: StructuredValue, _ sets: [StructuredValue],
        _ world: inout WorldState
    ) {
        let idle = sets.filter { $0.uid != current.uid && $0.replicas == 0 }
        let excess = idle.count - (deployment.at("spec", "revisionHistoryLimit")?.number ?? 10)
        guard excess > 0 else { return }
        for set in idle.sorted(by: { $0.created < $1.created }).prefix(excess) {
            world.cluster.delete(set, .replicaSet, world.now)
        }
    }

    private static func report(_ deployment: StructuredValue, _ current: StructuredValue, _ world: inout WorldState) {
        guard let deployment = world.cluster.object(.deployment, deployment.namespace, deployment.name) else { return }
        let sets = world.cluster.owned(by: deployment, .replicaSet)
        let pods = sets.flatMap { world.cluster.owned(by: $0, .pod) }.filter { !$0.isLeaving }
        let ready = pods.count { $0.condition("Ready") == "True" }
        let updated = pods.filter { $0.owner == current.uid }
        let wanted = deployment.at("spec", "replicas")?.number ?? 1
        let isDone = updated.count == wanted && pods.count == wanted && ready == wanted
        let begun = updated.map(\.created).min() ?? world.now
        let isLate = !isDone && world.now.seconds(since: begun) > 600
        world.cluster.setStatus(
            .counting([
                ("observedGeneration", deployment.at("metadata", "generation")?.number ?? 1),
                ("replicas", pods.count), ("updatedReplicas", updated.count), ("readyReplicas", ready),
                ("availableReplicas", ready), ("unavailableReplicas", max(0, max(wanted, pods.count) - ready)),
            ]).with(conditions: [
                ("Available", ready >= wanted, "MinimumReplicasAvailable"),
                ("Progressing", !isLate, isLate ? "ProgressDeadlineExceeded" : "NewReplicaSetAvailable"),
            ]), of: deployment, .deployment)
    }
}

extension StructuredValue {
    /// How many Pods a ReplicaSet is to have.
    var replicas: Int { at("spec", "replicas")?.number ?? 0 }

    /// A status of counts, which leaves out what is zero.
    static func counting(_ counts: [(String, Int)]) -> StructuredValue {
        .mapping(counts.filter { $0.1 != 0 }.map { Member($0.0, .integer($0.1)) })
    }

    /// The status with conditions.
    func with(conditions: [(type: String, holds: Bool, reason: String)]) -> StructuredValue {
        var status = self
        status.set(
            .sequence(
                conditions.map { condition in
                    [
                        "type": .string(condition.type), "status": condition.holds ? "True" : "False",
                        "reason": .string(condition.reason),
                    ]
                }), at: "conditions")
        return status
    }
}
