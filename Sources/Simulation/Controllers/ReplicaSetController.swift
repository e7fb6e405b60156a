internal import StructuredText

/// ReplicaSets: as many Pods as they say, those that are not ready leaving first.
enum ReplicaSetController: Controller {
    static func reconcile(_ world: inout WorldState) {
        for set in world.cluster.list(.replicaSet) {
            let pods = world.cluster.owned(by: set, .pod).filter { !$0.isLeaving }
            for _ in 0..<max(0, set.replicas - pods.count) {
                PodCreation.create(set, named: "\(set.name)-\(world.cluster.nextLetters(5))", &world)
            }
            let leaving = pods.sorted { $0.condition("Ready") != "True" && $1.condition("Ready") == "True" }
            for pod in leaving.prefix(max(0, pods.count - set.replicas)) {
                world.cluster.delete(pod, .pod, world.now)
            }
            let current = world.cluster.owned(by: set, .pod).filter { !$0.isLeaving }
            let ready = current.count { $0.condition("Ready") == "True" }
            world.cluster.setStatus(
                .counting([
                    ("observedGeneration", set.at("metadata", "generation")?.number ?? 1),
                    ("readyReplicas", ready), ("availableReplicas", ready), ("fullyLabeledReplicas", current.count),
                ]).setting(.integer(current.count), "replicas"), of: set, .replicaSet)
        }
    }
}

extension StructuredValue {
    /// The same with a member.
    func setting(_ value: StructuredValue?, _ member: String) -> StructuredValue {
        var result = self
        result.set(value, at: member)
        return result
    }
}
