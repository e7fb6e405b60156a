import MigrationModel

/// The steps of a plan by id, and how they hang together.
struct PlanGraph: Sendable {
    /// The place of each step in the plan.
    private let places: [String: Int]
    /// The steps in the order of the plan.
    let steps: [Step]
    /// For each step, the places of those that come directly after it.
    let dependents: [[Int]]
    /// For each step, the places of those that it comes directly after; ids that no step has are left out.
    let predecessors: [[Int]]

    init(_ plan: Plan) {
        steps = plan.steps
        let places = Dictionary(
            plan.steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.places = places
        let predecessors = plan.steps.map { step in step.after.compactMap { places[$0] } }
        var dependents = [[Int]](repeating: [], count: plan.steps.count)
        for (place, before) in predecessors.enumerated() { for other in before { dependents[other].append(place) } }
        (self.predecessors, self.dependents) = (predecessors, dependents)
    }

    func step(_ id: String) -> Step? { places[id].map { steps[$0] } }
    func place(_ id: String) -> Int? { places[id] }

    /// The rollouts that a soak before a step counts from: the last ones on every way to it; else what it comes after directly.
    func soaked(before place: Int) -> [Int] {
        var seen: Set<Int> = []
        var open = predecessors[place]
        var rollouts: [Int] = []
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            if case .changeWorkload = steps[next].action { rollouts.append(next) } else { open += predecessors[next] }
        }
        return rollouts.isEmpty ? predecessors[place] : rollouts
    }

    /// The bindings and identities that have to be in force before a step: those that it comes after; else all that it comes after.
    func written(before place: Int) -> [Int] {
        let bindings = predecessors[place].filter { other in
            switch steps[other].action {
            case .bindIdentity, .createIdentity, .createTargetRole, .trustIssuer: true
            default: false
            }
        }
        return bindings.isEmpty ? predecessors[place] : bindings
    }

    /// All steps behind some of these, the last ones first: the order in which they can be undone.
    func closure(behind places: [Int]) -> [Int] {
        var seen: Set<Int> = []
        var open = places
        while let next = open.popLast() {
            if seen.insert(next).inserted { open += dependents[next] }
        }
        return undoOrder(seen)
    }

    /// These steps, each before all that it comes after.
    func undoOrder(_ places: Set<Int>) -> [Int] {
        var remaining = places.reduce(into: [Int: Int]()) { counts, place in
            counts[place] = dependents[place].count { places.contains($0) }
        }
        var open = remaining.filter { $0.value == 0 }.map(\.key).sorted(by: >)
        var order: [Int] = []
        while let next = open.popLast() {
            order.append(next)
            for before in predecessors[next] {
                guard let count = remaining[before] else { continue }
                remaining[before] = count - 1
                if count == 1 { open.append(before) }
            }
        }
        return order
    }
}
