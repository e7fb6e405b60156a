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
            if let next = again(step, state) { found.append(next) }
            if let next = backward(step, state) { found.append(next) }
        }
        if state.isUnsettled {
            var next = state
            propagate(&next)
            found.append(Successor(event: .propagate, state: settled(next)))
        }
        return found
    }

    private var happenings: Happenings { pods.happenings }

    private func settled(_ state: WorldState, startsPods: Bool = false) -> WorldState {
        var copy = state
        if !happenings.contains(.delays) { propagate(&copy) }
        if happenings.contains(.restarts) { pods.settle(&copy) } else if startsPods { pods.start(&copy) }
        return copy
    }

    private func propagate(_ state: inout WorldState) {
        for place in state.bindings.indices {
            state.bindings[place].isSettled = true
            state.bindings[place].before = nil
        }
        for place in state.identities.indices { state.identities[place].isSettled = true }
    }

    // MARK: Steps

    private func forward(_ step: Int, _ state: WorldState) -> Successor? {
        let (facts, progress) = (model.steps[step], state.steps[step])
        guard Int(progress) <= facts.changes.count else { return nil }
        if progress == 0, !mayStart(facts, state) { return nil }
        if Int(progress) < facts.changes.count {
            let next = changed(
                state, facts.changes[Int(progress)], step, progress + 1, .change(step: step, change: Int(progress)))
            guard !happenings.contains(.breakingOff), let state = next.state else { return next }
            return forward(step, state) ?? next
        }
        guard let next = verifier.verified(step, state) else { return nil }
        var copy = next
        copy.steps[step] = facts.verified
        return Successor(event: .verify(step: step), state: settled(copy))
    }

    private func mayStart(_ facts: ModelStep, _ state: WorldState) -> Bool {
        if facts.awaitsPropagation, state.isUnsettled { return false }
        return facts.after.allSatisfy { state.steps[$0] == model.steps[$0].verified }
    }

    /// A step that broke off, or was not seen to be done, is tried again; or one whose undo broke off.
    private func again(_ step: Int, _ state: WorldState) -> Successor? {
        let (facts, progress) = (model.steps[step], state.steps[step])
        guard happenings.contains(.repetitions), let first = facts.changes.first, progress > 0,
            progress != facts.verified
        else { return nil }
        return changed(state, first, step, 1, .again(step: step))
    }

    private func backward(_ step: Int, _ state: WorldState) -> Successor? {
        let (facts, progress) = (model.steps[step], state.steps[step])
        guard happenings.contains(.undos), let reversal = facts.reversal, progress > 0,
            dependents[step].allSatisfy({ state.steps[$0] == 0 })
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
        let broken = changed(state, reversal[done], step, next, .undo(step: step, change: done))
        guard !happenings.contains(.breakingOff), next != facts.undone, let state = broken.state else { return broken }
        return backward(step, state) ?? broken
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
        switch change {
        case .awaitPods(let place): verifier.replacePods(of: place, &copy)
        case .edit(let place, _) where !happenings.contains(.halfRollouts),
            .revert(let place, _) where !happenings.contains(.halfRollouts):
            verifier.replacePods(of: place, &copy)
        default: break
        }
        return Successor(event: event, state: settled(copy, startsPods: change.workload != nil))
    }
}
