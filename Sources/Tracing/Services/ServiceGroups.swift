import MigrationModel

/// Finds the services that keys tie together: whoever removes the key of one breaks the others.
enum ServiceGroups {
    /// Groups of two or more services, the largest first.
    static func groups(of consumptions: [Consumption]) -> [ServiceGroup] {
        var parents: [Member: Member] = [:]
        for consumption in consumptions {
            join(.key(consumption.key), .service(consumption.service), &parents)
        }
        var members: [Member: (keys: Set<KeyName>, services: Set<WorkloadName>)] = [:]
        for consumption in consumptions {
            let root = root(of: .key(consumption.key), &parents)
            members[root, default: ([], [])].keys.insert(consumption.key)
            members[root, default: ([], [])].services.insert(consumption.service)
        }
        return members.values.filter { $0.services.count > 1 }
            .map { ServiceGroup(keys: $0.keys.sorted(), services: $0.services.sorted()) }
            .sorted { ($1.services.count, $0.keys[0]) < ($0.services.count, $1.keys[0]) }
    }

    private enum Member: Hashable {
        case key(KeyName)
        case service(WorkloadName)
    }

    private static func join(_ one: Member, _ other: Member, _ parents: inout [Member: Member]) {
        let (first, second) = (root(of: one, &parents), root(of: other, &parents))
        if first != second { parents[second] = first }
    }

    /// Follows parents upwards and shortens the way for the next one (union-find with path halving).
    private static func root(of member: Member, _ parents: inout [Member: Member]) -> Member {
        var current = member
        while let parent = parents[current] {
            if let grand = parents[parent] { parents[current] = grand }
            current = parent
        }
        return current
    }
}
