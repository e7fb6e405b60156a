import MigrationModel

/// One thing that can be broken in a plan, by places in it.
enum Mutation: Hashable, CustomStringConvertible {
    case dropStep(Int)
    case dropGate(Int, Int)
    case dropOrder(Int, Int)
    case dropVerification(Int, Int)
    /// Two steps change places in the graph.
    case swap(Int, Int)
    /// `optional` becomes its opposite for all references to an object of a service.
    case turnOptional(Int, object: String)
    /// A binding is made in no namespace.
    case dropNamespace(Int)
    /// The undo of a step leaves a call out, or does nothing at all.
    case dropUndo(Int, Int)
    case dropWholeUndo(Int)
    /// The undo of a step is not offered.
    case forbidUndo(Int)
    /// What belongs to one phase is done in place of another.
    case swapPhases(Phase, Phase)
    /// A step is counted to another phase.
    case relabel(Int, Phase)
    /// A key is not known to be used by a service.
    case forgetUser(Int, Int)
    /// Somebody owns a workload, and puts its template back.
    case addOwner(Int)
    /// A removal of the template is forgotten.
    case dropRemoval(Int, Int)

    /// Everything that can be broken in a plan.
    static func all(of plan: ProvenPlan) -> [Mutation] {
        var found: [Mutation] = []
        let steps = plan.plan.steps
        for (place, step) in steps.enumerated() {
            found += [.dropStep(place), .dropWholeUndo(place), .forbidUndo(place)]
            found += step.gates.indices.map { .dropGate(place, $0) }
            found += step.after.indices.map { .dropOrder(place, $0) }
            found += step.verifications.indices.map { .dropVerification(place, $0) }
            found += (step.action.behaviour.reversal ?? []).indices.map { .dropUndo(place, $0) }
            if place > 0 { found.append(.swap(place - 1, place)) }
            for before in step.after {
                if let other = steps.firstIndex(where: { $0.id == before }) { found.append(.swap(other, place)) }
            }
            if case .bindIdentity = step.action { found.append(.dropNamespace(place)) }
            if case .changeWorkload(let action) = step.action {
                found += action.change.removals.indices.map { .dropRemoval(place, $0) }
            }
            found += Phase.allCases.filter { $0 != step.phase }.map { .relabel(place, $0) }
        }
        for (index, phase) in Phase.allCases.enumerated() {
            found += Phase.allCases.dropFirst(index + 1).map { .swapPhases(phase, $0) }
        }
        for (place, workload) in plan.world.workloads.enumerated() {
            found.append(.addOwner(place))
            let objects = Set(workload.templates.flatMap(\.containers).flatMap(\.plainSources).map(\.object))
            found += objects.sorted().map { .turnOptional(place, object: $0) }
        }
        for (place, key) in plan.plan.keys.enumerated() { found += key.services.indices.map { .forgetUser(place, $0) } }
        return found
    }

    /// Breaks it; what is not there (any more) is left.
    func apply(to mutant: inout MutatedPlan) {
        switch self {
        case .dropStep(let place): mutant.dropStep(place)
        case .dropGate(let place, let gate): mutant.step(place) { $0.gates.drop(gate) }
        case .dropOrder(let place, let order): mutant.step(place) { $0.after.drop(order) }
        case .dropVerification(let place, let one): mutant.step(place) { $0.verifications.drop(one) }
        case .swap(let one, let other): mutant.swap(one, other)
        case .turnOptional(let place, let object): mutant.turnOptional(place, object)
        case .dropNamespace(let place):
            mutant.step(place) { step in
                guard case .bindIdentity(var action) = step.action else { return }
                action.namespace = ""
                step.action = .bindIdentity(action)
            }
        case .dropUndo(let place, let call): mutant.undo(place) { $0?.drop(call) }
        case .dropWholeUndo(let place): mutant.undo(place) { if $0 != nil { $0 = [] } }
        case .forbidUndo(let place): mutant.undo(place) { $0 = nil }
        case .swapPhases(let one, let other): mutant.swapPhases(one, other)
        case .relabel(let place, let phase): mutant.step(place) { $0.phase = phase }
        case .forgetUser(let key, let service):
            if mutant.plan.keys.indices.contains(key) { mutant.plan.keys[key].services.drop(service) }
        case .addOwner(let place):
            if mutant.world.workloads.indices.contains(place) { mutant.world.workloads[place].isOwned.toggle() }
        case .dropRemoval(let place, let removal):
            mutant.step(place) { step in
                guard case .changeWorkload(var action) = step.action else { return }
                action.change.removals.drop(removal)
                step.action = .changeWorkload(action)
            }
        }
    }

    var description: String {
        switch self {
        case .dropStep(let place): "no step \(place)"
        case .dropGate(let place, let gate): "no gate \(gate) of step \(place)"
        case .dropOrder(let place, let order): "no order \(order) of step \(place)"
        case .dropVerification(let place, let one): "no verification \(one) of step \(place)"
        case .swap(let one, let other): "steps \(one) and \(other) in each other's place"
        case .turnOptional(let place, let object): "\(object) optional or not for service \(place)"
        case .dropNamespace(let place): "no namespace in step \(place)"
        case .dropUndo(let place, let call): "no call \(call) in the undo of step \(place)"
        case .dropWholeUndo(let place): "an undo of step \(place) that does nothing"
        case .forbidUndo(let place): "no undo of step \(place)"
        case .swapPhases(let one, let other): "\(other) before \(one)"
        case .relabel(let place, let phase): "step \(place) in \(phase)"
        case .forgetUser(let key, let service): "no service \(service) of key \(key)"
        case .addOwner(let place): "an owner of service \(place), or none"
        case .dropRemoval(let place, let removal): "no removal \(removal) in step \(place)"
        }
    }

    /// Its kind, for counting.
    var kind: String { String("\(String(reflecting: self))".split(separator: "(")[0].split(separator: ".").last ?? "") }
}

extension MutatedPlan {
    fileprivate mutating func step(_ place: Int, _ change: (inout Step) -> Void) {
        if plan.steps.indices.contains(place) { change(&plan.steps[place]) }
    }

    fileprivate mutating func undo(_ place: Int, _ change: (inout [WorldChange]?) -> Void) {
        guard plan.steps.indices.contains(place) else { return }
        let step = plan.steps[place]
        var reversal = reversals[step.id] ?? step.action.behaviour.reversal
        change(&reversal)
        reversals[step.id] = .some(reversal)
    }

    /// Leaves a step out; what waited for it waits for what it waited for.
    fileprivate mutating func dropStep(_ place: Int) {
        guard plan.steps.indices.contains(place) else { return }
        let dropped = plan.steps.remove(at: place)
        for index in plan.steps.indices where plan.steps[index].after.contains(dropped.id) {
            plan.steps[index].after.removeAll { $0 == dropped.id }
            plan.steps[index].after += dropped.after.filter { !plan.steps[index].after.contains($0) }
        }
    }

    /// Whoever waited for one waits for the other, and each waits for what the other waited for.
    fileprivate mutating func swap(_ one: Int, _ other: Int) {
        guard plan.steps.indices.contains(one), plan.steps.indices.contains(other), one != other else { return }
        let (first, second) = (plan.steps[one].id, plan.steps[other].id)
        func renamed(_ names: [String]) -> [String] {
            names.map { $0 == first ? second : $0 == second ? first : $0 }
        }
        for index in plan.steps.indices where index != one && index != other {
            plan.steps[index].after = renamed(plan.steps[index].after)
        }
        (plan.steps[one].after, plan.steps[other].after) = (
            renamed(plan.steps[other].after), renamed(plan.steps[one].after)
        )
    }

    fileprivate mutating func turnOptional(_ place: Int, _ object: String) {
        guard world.workloads.indices.contains(place) else { return }
        for template in world.workloads[place].templates.indices {
            for container in world.workloads[place].templates[template].containers.indices {
                world.workloads[place].templates[template].containers[container].turnOptional(object)
            }
        }
    }

    /// What comes in the earlier of two phases comes in the later one, and the other way round.
    fileprivate mutating func swapPhases(_ one: Phase, _ other: Phase) {
        let phases = Dictionary(plan.steps.map { ($0.id, $0.phase) }, uniquingKeysWith: { first, _ in first })
        let early = plan.steps.filter { $0.phase == one }.map(\.id)
        let late = Set(plan.steps.filter { $0.phase == other }.map(\.id))
        // Whatever of the later phase waited for the earlier one does not, and that waits for all of it.
        for index in plan.steps.indices {
            if plan.steps[index].phase == other {
                plan.steps[index].after.removeAll { phases[$0].map { $0 >= one && $0 < other } ?? false }
                plan.steps[index].phase = one
            } else if plan.steps[index].phase == one {
                plan.steps[index].after = plan.steps[index].after.filter { !late.contains($0) } + late.sorted()
                plan.steps[index].phase = other
            } else if plan.steps[index].phase > one, plan.steps[index].phase < other {
                plan.steps[index].after.removeAll { early.contains($0) }
            }
        }
    }
}

extension WorldContainer {
    fileprivate mutating func turnOptional(_ object: String) {
        for index in variables.indices where variables[index].source?.object == object {
            variables[index].source?.optional.toggle()
        }
        for index in files.indices where files[index].source?.object == object {
            files[index].source?.optional.toggle()
        }
    }
}

extension Array {
    fileprivate mutating func drop(_ place: Int) { if indices.contains(place) { remove(at: place) } }
}
