internal import StructuredText

/// DaemonSets: a Pod on every node, replaced one after the other.
enum DaemonSetController: Controller {
    static func reconcile(_ world: inout WorldState) {
        let nodes = world.cluster.list(.node).map(\.name)
        for set in world.cluster.list(.daemonSet) {
            let name = Revisions.current(of: set, &world)
            let hash = String(name.dropFirst(set.name.count + 1))
            let pods = world.cluster.owned(by: set, .pod)
            for node in nodes where !pods.contains(where: { $0.at("spec", "nodeName")?.text == node }) {
                PodCreation.create(
                    set, named: "\(set.name)-\(world.cluster.nextLetters(5))", labels: [Revisions.label: hash],
                    node: node, &world)
            }
            replace(set, pods, hash, nodes.count, &world)
            report(set, hash, nodes.count, &world)
            Revisions.forget(set, keeping: [name], &world)
        }
    }

    private static func replace(
        _ set: StructuredValue, _ pods: [StructuredValue], _ hash: String, _ count: Int, _ world: inout WorldState
    ) {
        guard set.at("spec", "updateStrategy", "type")?.text != "OnDelete" else { return }
        let outdated = pods.filter { $0.revision != hash && !$0.isLeaving }
        let ready = pods.count { $0.condition("Ready") == "True" && !$0.isLeaving }
        guard let next = outdated.first(where: { $0.condition("Ready") != "True" }) ?? outdated.first else { return }
        if ready == count || next.condition("Ready") != "True" { world.cluster.delete(next, .pod, world.now) }
    }

    private static func report(_ set: StructuredValue, _ hash: String, _ count: Int, _ world: inout WorldState) {
        let pods = world.cluster.owned(by: set, .pod).filter { !$0.isLeaving }
        let ready = pods.count { $0.condition("Ready") == "True" }
        let zero = ["numberMisscheduled", "currentNumberScheduled", "desiredNumberScheduled", "numberReady"]
        var status = StructuredValue.counting([
            ("observedGeneration", set.at("metadata", "generation")?.number ?? 1), ("numberAvailable", ready),
            ("updatedNumberScheduled", pods.count { $0.revision == hash }), ("numberUnavailable", count - ready),
        ])
        for (name, value) in zip(zero, [0, pods.count, count, ready]) { status.set(.integer(value), at: name) }
        world.cluster.setStatus(status, of: set, .daemonSet)
    }
}
