internal import MigrationModel

/// The services that receive each key, found once for all keys of a trace.
struct KeyServices {
    private var services: [KeyName: [KeyService]] = [:]

    init(_ trace: Trace) {
        let facts = Dictionary(trace.services.map { ($0.name, $0) }) { first, _ in first }
        self.init(trace.consumptions, facts)
    }

    /// - Parameters:
    ///   - consumptions: in any order, which decides that of the services.
    ///   - facts: what is known of the services.
    init(_ consumptions: [Consumption], _ facts: [WorkloadName: Service]) {
        var positions: [KeyName: [WorkloadName: Int]] = [:]
        for consumption in consumptions {
            let key = consumption.key
            if let position = positions[key]?[consumption.service] {
                services[key]?[position].consumptions.append(consumption)
                continue
            }
            let facts = facts[consumption.service] ?? Service(name: consumption.service)
            positions[key, default: [:]][consumption.service] = services[key]?.count ?? 0
            services[key, default: []].append(KeyService(facts: facts, consumptions: [consumption]))
        }
        for (key, found) in services {
            services[key] = found.filter { !$0.isPossible } + found.filter(\.isPossible)
        }
    }

    /// The services that receive a key, those first that do for certain.
    subscript(key: KeyName) -> [KeyService] { services[key] ?? [] }

    /// How many services receive any of the keys for certain, and how many others may.
    func counts(of keys: [StaticKey]) -> (certain: Int, possible: Int) {
        var certain = Set<WorkloadName>()
        var all = Set<WorkloadName>()
        for service in keys.lazy.flatMap({ self[$0.name] }) {
            all.insert(service.facts.name)
            if !service.isPossible { certain.insert(service.facts.name) }
        }
        return (certain.count, all.count - certain.count)
    }
}

/// One service that receives one key.
struct KeyService {
    let facts: Service
    /// The ways on which the key gets there; at least one.
    var consumptions: [Consumption]

    /// Whether nothing says for certain that it does.
    var isPossible: Bool { consumptions.allSatisfy { $0.certainty == .possible } }
}
