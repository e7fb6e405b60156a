import MigrationModel

/// What reports for people say about one service that receives a key.
///
/// The words may hold names from the cluster as they are.
struct ServiceDescription {
    let service: KeyService
    /// Whether the input has to be named, since there are several.
    let namesInput: Bool

    /// The workload.
    var name: String { service.facts.name.object.words }

    /// How much of it runs, and when.
    var size: [String] { service.facts.size }

    /// The containers with the ways on which the key gets to them: `api, worker: env AWS_ACCESS_KEY_ID`.
    var ways: [String] {
        let groups = containerGroups
        let shown = groups.prefix(Self.most).map { group in
            guard !group.containers.isEmpty else { return Wording.series(group.ways, most: Self.most) }
            return
                "\(Wording.series(group.containers, most: Self.most)): \(Wording.series(group.ways, most: Self.most))"
        }
        let rest = groups.count - shown.count
        return shown + (rest > 0 ? ["\(Wording.grouped(rest)) more containers in other ways"] : [])
    }

    /// That the newest template of the service has no part in it.
    var standIn: String? {
        let objects = Set(service.consumptions.map(\.object))
        guard !objects.contains(service.facts.name.object) else { return nil }
        guard objects.count == 1, let object = objects.first else {
            return "not in its own template, but in \(Wording.count(objects.count, "object")) of it"
        }
        return "only in \(object.words)"
    }

    /// Who would undo a change to it.
    var managers: [String] {
        let words = service.facts.managers.map(\.words)
        guard words.count > Self.most else { return words }
        return words.prefix(Self.most) + ["\(Wording.grouped(words.count - Self.most)) more managers"]
    }

    /// That a person has to look whether the key arrives.
    var doubt: String? { service.isPossible ? "possible" : nil }

    /// The input.
    var input: String? { namesInput ? service.facts.name.input : nil }

    private static let most = 4

    /// Containers to which the key gets in the same ways, in the order of the ways.
    private var containerGroups: [(containers: [String], ways: [String])] {
        var containers: [String] = []
        var ways: [String: [String]] = [:]
        for consumption in service.consumptions {
            let container = consumption.containerWords
            let isDoubtful = consumption.certainty == .possible && !service.isPossible
            let way = consumption.reception.words + (isDoubtful ? " (possible)" : "")
            if ways[container] == nil { containers.append(container) }
            guard ways[container]?.contains(way) != true else { continue }
            ways[container, default: []].append(way)
        }
        var positions: [[String]: Int] = [:]
        var groups: [(containers: [String], ways: [String])] = []
        for container in containers {
            let found = ways[container] ?? []
            let names = container.isEmpty ? [] : [container]
            if let position = positions[found], !names.isEmpty, !groups[position].containers.isEmpty {
                groups[position].containers += names
            } else {
                positions[found] = groups.count
                groups.append((names, found))
            }
        }
        return groups
    }
}

extension Consumption {
    /// The container with its role where it is not the usual one; empty where none is named.
    var containerWords: String {
        guard let container else { return "" }
        switch role {
        case .initial: return "\(container) (init)"
        case .sidecar: return "\(container) (sidecar)"
        case .ephemeral: return "\(container) (ephemeral)"
        case .main, nil: return container
        }
    }
}

extension Service {
    /// How much of it runs, and when: `3 replicas`, `schedule 0 3 * * *`, `idle`.
    var size: [String] {
        [
            replicas.map { Wording.count($0, "replica") },
            schedule.isEmpty ? nil : "schedule \(schedule)",
            isIdle ? "idle" : nil,
        ].compactMap(\.self)
    }
}
