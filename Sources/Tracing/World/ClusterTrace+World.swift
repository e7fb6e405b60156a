public import MigrationModel

extension ClusterTrace {
    /// What a plan is to be proven against.
    ///
    /// It has every service that receives a key, and every other one that runs as a ServiceAccount which the plan binds: these
    /// a step could disturb.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - trace: what ``trace()`` found.
    ///   - cluster: the name that the plan has for the cluster of an input; `nil` for an input that belongs to none.
    /// - Returns: the world, everything in order.
    public func world(of plan: Plan, in trace: Trace, cluster: (String) -> String?) -> World {
        let reader = WorldReader(self, trace, WorldReader.accounts(of: plan))
        let names = Dictionary(
            plan.services.map { (WorldReader.ServiceName(cluster: $0.cluster, object: $0.workload), $0.id) },
            uniquingKeysWith: { first, _ in first })
        var world = World()
        for member in reader.members {
            guard let name = cluster(member.name.input) else { continue }
            let place = WorldReader.ServiceName(cluster: name, object: member.name.object)
            guard
                let workload = reader.workload(member, id: names[place], cluster: name)
            else { continue }
            world.workloads.append(workload)
        }
        world.workloads.sort { $0.service < $1.service }
        world.carriers = reader.carriers(cluster: cluster)
        world.accounts = reader.accounts(cluster: cluster)
        return world
    }
}
