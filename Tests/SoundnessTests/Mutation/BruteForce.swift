import MigrationModel

@testable import Soundness

/// What brute force says of mutants, service by service; what was searched once is not searched again.
struct BruteForce {
    private var known: [PlainComponent: PlainSearch.Verdict] = [:]
    /// Whether the whole plan is searched for each service, and not only what it depends on.
    let isWhole: Bool
    private(set) var states = 0

    init(isWhole: Bool = false) { self.isWhole = isWhole }

    /// The services for which something can go wrong, with what; `*` for the plan itself, and `?` where the search was given up.
    mutating func suffering(of mutant: MutatedPlan) -> [String: String] {
        var found: [String: String] = [:]
        if let breach = PlainPlanRules.breach(in: mutant) { found["*"] = breach }
        for workload in mutant.world.workloads {
            let component = PlainComponent(workload, in: mutant, whole: isWhole)
            switch verdict(of: component) {
            case .harmless: continue
            case .broken(let why): found[workload.service] = why
            case .tooLarge: found["?"] = workload.service
            }
        }
        return found
    }

    private mutating func verdict(of component: PlainComponent) -> PlainSearch.Verdict {
        if let known = known[component] { return known }
        let search = PlainSearch(component)
        let verdict = search.verdict()
        states += search.states
        known[component] = verdict
        return verdict
    }
}
