import MigrationModel

/// Tells what can be seen when a step is verified, and what is known from then on.
struct Verifier {
    let model: Model
    let pods: Pods
    let outlook: Outlook

    /// The state after a step was verified; `nil` when what has to be seen is not there.
    func verified(_ step: Int, _ state: WorldState) -> WorldState? {
        let facts = model.steps[step]
        guard let place = facts.workload else { return state }
        return facts.isCanary ? canary(facts, place, state) : rollout(facts, place, state)
    }

    private func canary(_ facts: ModelStep, _ place: Int, _ state: WorldState) -> WorldState? {
        var copy = state
        if isLookedAt(place) {
            // The canary is one Pod: what it was seen to be, it is.
            let seen = state.workloads[place].canary.filter { shows(facts, $0, state) }
            guard !seen.isEmpty else { return nil }
            copy.workloads[place].canary = seen
        }
        if facts.verifications.contains(.callerIdentity) { copy.workloads[place].isProven = true }
        return copy
    }

    private func rollout(_ facts: ModelStep, _ place: Int, _ state: WorldState) -> WorldState? {
        var copy = state
        let created = pods.created(state.workloads[place].template, of: place, in: state)
        if isLookedAt(place), !created.contains(where: { shows(facts, $0, state) }) { return nil }
        if facts.verifications.contains(.rolledOut) {
            replacePods(of: place, &copy)
            if facts.changes.contains(.forgetRevisions(place)) { copy.workloads[place].kept = 0 }
        }
        let endsCanary = !model.steps.contains { $0.changes.contains(.stopCanary(place)) }
        if endsCanary {
            copy.workloads[place].trial = nil
            copy.workloads[place].canary = BitSet()
        }
        return copy
    }

    /// The state after it was seen that a step is undone.
    func confirmedUndo(of step: Int, _ state: WorldState) -> WorldState {
        var copy = state
        for change in model.steps[step].reversal ?? [] {
            switch change {
            case .revert(let place, _):
                replacePods(of: place, &copy)
            case .unbind(let place, let identity):
                copy.bindings[place].isSettled = true
                copy.bindings[place].before = nil
                for workload in copy.workloads.indices {
                    copy.workloads[workload].running = copy.workloads[workload].running.filter {
                        !pods.kinds[$0].injected.contains(identity)
                    }
                }
            default: break
            }
        }
        return copy
    }

    /// Leaves no Pods but those that the template makes.
    func replacePods(of place: Int, _ state: inout WorldState) {
        let kinds = pods.created(state.workloads[place].template, of: place, in: state)
        state.workloads[place].running = BitSet()
        state.workloads[place].lingering = 0
        for kind in kinds { state.workloads[place].running.insert(kind) }
    }

    private func isLookedAt(_ place: Int) -> Bool { place == 0 }

    /// Whether a kind of Pod shows everything that a step wants to see.
    private func shows(_ facts: ModelStep, _ kind: Int, _ state: WorldState) -> Bool {
        if facts.verifications.contains(.noStaticSource), outlook.hasStaticSource(kind) { return false }
        if facts.verifications.contains(.callerIdentity), !outlook.isNewIdentity(kind, state) { return false }
        return true
    }
}
