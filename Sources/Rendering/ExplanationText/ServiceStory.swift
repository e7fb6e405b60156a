import MigrationModel

/// What explanations for people say about one service.
///
/// The words may hold names from the cluster as they are.
struct ServiceStory {
    let explanation: ServiceExplanation

    /// The service.
    var name: String { explanation.service.name.object.words }

    /// How it runs and who would undo a change, in short words.
    var facts: [String] {
        let service = explanation.service
        let strategy = service.updateStrategy.isEmpty ? [] : ["replaces Pods by \(service.updateStrategy)"]
        let pods =
            service.pods == 0 ? "no running Pods in the input" : "\(Wording.count(service.pods, "Pod")) in the input"
        return service.size + strategy + [pods] + service.managers.map(\.words)
    }

    /// Budgets and ServiceAccounts, a sentence each.
    var lines: [String] {
        explanation.service.disruptionBudgets.map { "\($0.object.words): \($0.rule)" } + identities
    }

    private var identities: [String] {
        let known = Set(explanation.identities.map(\.serviceAccount.name))
        let missing = explanation.service.serviceAccounts.filter { !known.contains($0) }
        let prefix = explanation.service.name.object.namespace.map { "\($0)/" } ?? ""
        return explanation.identities.map(Self.words)
            + missing.map { "ServiceAccount \(prefix)\($0): not in the input" }
    }

    private static func words(_ record: IdentityRecord) -> String {
        let identities = record.identities.map { "\($0.words) (\($0.evidence.words))" }
        let rights = identities.isEmpty ? "no federated identity" : Wording.list(identities)
        return "\(record.serviceAccount.words): \(rights)"
    }

    /// The ways on which keys get there, a sentence each; ways that differ only by the container in one.
    var arrivals: [Arrival] {
        var positions: [Arrival.Way: Int] = [:]
        var arrivals: [Arrival] = []
        for consumption in explanation.consumptions {
            let way = Arrival.Way(consumption, of: explanation.service)
            let container = consumption.containerWords
            if let position = positions[way] {
                arrivals[position].containers.append(container)
            } else {
                positions[way] = arrivals.count
                arrivals.append(Arrival(way: way, containers: [container]))
            }
        }
        return arrivals
    }

    /// One way of one key.
    struct Arrival {
        let way: Way
        fileprivate(set) var containers: [String]

        /// The containers, what they see and where it comes from.
        var words: String {
            let names = containers.filter { !$0.isEmpty }
            return (names.isEmpty ? "" : names.joined(separator: ", ") + ": ") + way.words
        }

        struct Way: Hashable {
            let key: KeyName
            let words: String

            init(_ consumption: Consumption, of service: Service) {
                key = consumption.key
                // Most entries are named like the variable.
                let entry =
                    consumption.entry.flatMap { $0 == consumption.reception.target ? nil : ", entry \($0)" } ?? ""
                let source = consumption.carrier.map { " from \($0.words)\(entry)" } ?? ""
                let isElsewhere = consumption.object != service.name.object
                words = [
                    consumption.reception.words + source,
                    isElsewhere ? "in \(consumption.object.words)" : nil,
                    consumption.optional ? "Pods start without it" : nil,
                    consumption.certainty == .possible ? "possible: a person has to look" : nil,
                ].compactMap(\.self).joined(separator: "; ")
            }
        }
    }
}
