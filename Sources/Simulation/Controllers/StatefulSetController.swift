internal import StructuredText

/// StatefulSets: numbered Pods, replaced one by one from the highest number down to the partition.
enum StatefulSetController: Controller {
    static func reconcile(_ world: inout WorldState) {
        for set in world.cluster.list(.statefulSet) {
            let update = Revisions.current(of: set, &world)
            let current = set.at("status", "currentRevision")?.text ?? update
            let pods = world.cluster.owned(by: set, .pod)
            let count = set.at("spec", "replicas")?.number ?? 1
            step(set, pods, count, update, current, &world)
            report(set, count, update, current, &world)
            Revisions.forget(set, keeping: [update, current], &world)
        }
    }

    private static func step(
        _ set: StructuredValue, _ pods: [StructuredValue], _ count: Int, _ update: String, _ current: String,
        _ world: inout WorldState
    ) {
        for pod in pods where ordinal(pod, set) >= count && !pod.isLeaving {
            world.cluster.delete(pod, .pod, world.now)
        }
        let partition = set.at("spec", "updateStrategy", "rollingUpdate", "partition")?.number ?? 0
        for number in 0..<max(0, count) {
            guard let pod = pods.first(where: { ordinal($0, set) == number }) else {
                return create(set, number, number >= partition ? update : current, &world)
            }
            // A Pod that never gets ready is replaced all the same when it is of another template.
            if pod.condition("Ready") != "True", pod.revision == update || number < partition { return }
        }
        guard set.at("spec", "updateStrategy", "type")?.text != "OnDelete" else { return }
        let outdated = pods.filter { ordinal($0, set) >= partition && $0.revision != update && !$0.isLeaving }
        guard !pods.contains(where: \.isLeaving), let last = outdated.max(by: { ordinal($0, set) < ordinal($1, set) })
        else { return }
        world.cluster.delete(last, .pod, world.now)
    }

    private static func create(_ set: StructuredValue, _ number: Int, _ revision: String, _ world: inout WorldState) {
        let name = "\(set.name)-\(number)"
        PodCreation.create(
            set, named: name, template: Revisions.template(revision, of: set, world),
            labels: [
                Revisions.label: revision, "statefulset.kubernetes.io/pod-name": name,
                "apps.kubernetes.io/pod-index": String(number),
            ], &world)
    }

    private static func ordinal(_ pod: StructuredValue, _ set: StructuredValue) -> Int {
        Int(pod.name.dropFirst(set.name.count + 1)) ?? -1
    }

    private static func report(
        _ set: StructuredValue, _ count: Int, _ update: String, _ current: String, _ world: inout WorldState
    ) {
        let pods = world.cluster.owned(by: set, .pod).filter { !$0.isLeaving }
        let updated = pods.count { $0.revision == update }
        let ready = pods.count { $0.condition("Ready") == "True" }
        let isDone = updated == count && ready == count
        world.cluster.setStatus(
            .counting([
                ("observedGeneration", set.at("metadata", "generation")?.number ?? 1), ("replicas", pods.count),
                ("readyReplicas", ready), ("availableReplicas", ready), ("updatedReplicas", updated),
                ("currentReplicas", isDone ? count : pods.count { $0.revision == current }),
            ]).setting(.string(isDone ? update : current), "currentRevision")
                .setting(.string(update), "updateRevision"), of: set, .statefulSet)
    }
}
