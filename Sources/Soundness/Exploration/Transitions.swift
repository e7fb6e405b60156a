import MigrationModel

/// What can happen in a state.
struct Transitions {
    let model: Model
    let pods: Pods
    /// Tells whether what a step has to show can be seen.
    let verifier: Verifier
    /// For each step, those that come after it.
    private let dependents: [[Int]]

    /// A successor of a state.
    struct Successor {
        var event: Event
        /// `nil` when the change cannot be made.
        var state: WorldState?
    }

    init(_ model: Model, _ pods: Pods, _ verifier: Verifier) {
        self.model = model
        self.pods = pods
        self.verifier = verifier
        var dependents = Array(repeating: [Int](), count: model.steps.count)
        for (step, facts) in model.steps.enumerated() { for before in facts.after { dependents[before].append(step) } }
        self.dependents = dependents
    }

    /// Everything that can happen next.
    func successors(of state: WorldState) -> [Successor] {
        var found: [Successor] = []
        for step in model.steps.indices {
            if let next = forward(step, state) { found.append(next) }
            if let next = backward(step, state) { found.append(next) }
        }
        if state.bindings.contains(where: { !$0.isSettled }) {
            var next = state
            propagate(&next)
            found.append(Successor(event: .propagate, state: settled(next)))
        }
        return found
    }

    private func settled(_ state: WorldState) -> WorldState {
        var copy = state
        pods.settle(&copy)
        return copy
    }

    private func propagate(_ state: inout WorldState) {
        for place in state.bindings.indices {
            state.bindings[place].isSettled = true
            state.bindings[place].before = nil
        }
    }

    // MARK: Steps

    private func forward(_ step: Int, _ state: WorldState) -> Successor? {
        let (facts, progress) = (model.steps[step], state.steps[step])
        guard Int(progress) <= facts.changes.count else { return nil }
        if progress == 0, !mayStart(facts, state) { return nil }
        if Int(progress) < facts.changes.count {
            return changed(
                state, facts.changes[Int(progress)], step, progress + 1, .change(step: step, change: Int(progress)))
        }
        guard let next = verifier.verified(step, state) else { return nil }
        var copy = next
        copy.steps[step] = facts.verified
        return Successor(event: .verify(step: step), state: settled(copy))
    }

    private func mayStart(_ facts: ModelStep, _ state: WorldState) -> Bool {
        if facts.awaitsPropagation, state.bindings.contains(where: { !$0.isSettled }) { return false }
        return facts.after.allSatisfy { state.steps[$0] == model.steps[$0].verified }
    }

    private func backward(_ step: Int, _ state: WorldState) -> Successor? {
        let (facts, progress) = (model.steps[step], state.steps[step])
        guard let reversal = facts.reversal, progress > 0, dependents[step].allSatisfy({ state.steps[$0] == 0 })
        else { return nil }
        if progress == facts.undone {
            var copy = verifier.confirmedUndo(of: step, state)
            copy.steps[step] = 0
            return Successor(event: .confirmUndo(step: step), state: settled(copy))
        }
        let done = progress <= facts.verified ? 0 : Int(progress - facts.verified)
        guard done < reversal.count else {
            var copy = state
            copy.steps[step] = facts.undone
            return Successor(event: .undo(step: step, change: done), state: settled(copy))
        }
        let next = done + 1 == reversal.count ? facts.undone : facts.verified + UInt8(done + 1)
        return changed(state, reversal[done], step, next, .undo(step: step, change: done))
    }

    private func changed(
        _ state: WorldState, _ change: ModelChange, _ step: Int, _ progress: UInt8, _ event: Event
    ) -> Successor {
        var copy = state
        copy.steps[step] = progress
        do throws(Application.Impossible) {
            try Application.apply(change, to: &copy, of: model)
        } catch {
            return Successor(event: event, state: nil)
        }
        return Successor(event: event, state: settled(copy))
    }
}
