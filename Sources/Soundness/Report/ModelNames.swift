import MigrationModel

/// What the numbers of a model stand for, to put what happens in it into words.
struct ModelNames {
    var workload: WorldWorkload?
    var edits: [TemplateEdit]
    /// The steps, by their places in the plan.
    var steps: [Int]
    var keys: [KeyName]
    var parts: [Entity.Carrier]
    var accounts: [Entity.Account]
    var identities: [ModelBuilder.Principal]

    func key(_ number: Int) -> String { keys[number].id }

    func account(_ number: Int) -> String { "ServiceAccount \(accounts[number].namespace)/\(accounts[number].name)" }

    func part(_ number: Int) -> String {
        let carrier = parts[number]
        return "\(carrier.kind.rawValue) \(carrier.namespace)/\(carrier.name)"
    }

    func identity(_ number: Int) -> String {
        switch identities[number] {
        case .planned(let id): id
        case .given(_, let principal): principal
        }
    }

    /// The name of a container by its place in the current template.
    func container(_ place: Int) -> String {
        let containers = workload?.templates.first?.containers ?? []
        return containers.indices.contains(place) ? containers[place].name : ""
    }
}
