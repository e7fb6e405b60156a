import MigrationModel

/// Finds the services that keys tie together: whoever removes the key of one breaks the others.
enum ServiceGroups {
    /// Groups of two or more services, the largest first.
    static func groups(of consumptions: ConsumptionOrder) -> [ServiceGroup] {
        // Keys first, services behind them.
        let keyCount = consumptions.keys.count
        var parents = Array(0..<keyCount + consumptions.services.count)
        for (key, service) in consumptions.members { join(key, keyCount + service, &parents) }
        var groups: [Int: (keys: [Int], services: [Int])] = [:]
        for member in parents.indices {
            let root = root(of: member, &parents)
            if member < keyCount {
                groups[root, default: ([], [])].keys.append(member)
            } else {
                groups[root, default: ([], [])].services.append(member - keyCount)
            }
        }
        return groups.values.filter { $0.services.count > 1 }
            .sorted { ($1.services.count, $0.keys[0]) < ($0.services.count, $1.keys[0]) }
            .map { group in
                ServiceGroup(
                    keys: group.keys.map { consumptions.keys[$0] },
                    services: group.services.map { consumptions.services[$0] })
            }
    }

    private static func join(_ one: Int, _ other: Int, _ parents: inout [Int]) {
        let (first, second) = (root(of: one, &parents), root(of: other, &parents))
        if first != second { parents[second] = first }
    }

    /// Follows parents upwards and shortens the way for the next one (union-find with path halving).
    private static func root(of member: Int, _ parents: inout [Int]) -> Int {
        var current = member
        while parents[current] != current {
            parents[current] = parents[parents[current]]
            current = parents[current]
        }
        return current
    }
}
