import MigrationModel

/// Visits every state that a model can reach, breadth first, so that the first way to a breach is a shortest one.
struct Explorer {
    let model: Model
    let lens: Lens
    let kinds: PodKinds
    let credentials: Credentials
    /// How many states are visited at most.
    let limit: Int
    var happenings = Happenings.all

    /// What an exploration came to.
    struct Result {
        var states: Int
        /// Whether there was room for all of them.
        var isWhole: Bool
        var breach: Breach?
        /// The way to the breach.
        var way: [(event: Event?, state: WorldState)]
        /// What the last state should be like, where it is to be as one before.
        var before: WorldState?
        /// Whether everything can be done.
        var reachesEnd: Bool
    }

    /// Visits the states.
    func explore() -> Result {
        let start = model.start(kinds)
        let outlook = Outlook(model, kinds, credentials, lens, start: start)
        let pods = Pods(model: model, kinds: kinds, happenings: happenings)
        let view = StateView(model: model, pods: pods, outlook: outlook, start: start)
        let transitions = Transitions(model, pods, Verifier(model: model, pods: pods, outlook: outlook))
        var search = Search(start, model)
        if let breach = breach(in: start, view) { return search.result(breach, at: 0) }
        while let (place, state) = search.next() {
            for successor in transitions.successors(of: state) {
                if let early = tooEarly(successor, from: state) {
                    return search.result(early, behind: place, successor)
                }
                guard let next = successor.state else {
                    let breach = Breach(property: .undoable, kind: nil, cause: .impossibleUndo)
                    return search.result(breach, behind: place, successor)
                }
                guard let found = search.add(next, from: place, by: successor.event) else { continue }
                if let breach = breach(in: next, view) { return search.result(breach, at: found) }
                if let before = search.contradiction(to: found) { return search.result(notRestoredAt: found, before) }
            }
            if search.count > limit || kinds.overflowed { return search.unfinished() }
        }
        if let (breach, place) = search.stuck() { return search.result(breach, at: place) }
        return search.finished()
    }

    private func breach(in state: WorldState, _ view: StateView) -> Breach? {
        for property in StateProperties.all {
            if let breach = property.breach(in: state, view) { return breach }
        }
        return nil
    }

    /// A key that is deleted while it is active: whoever still uses it has never been heard.
    private func tooEarly(_ successor: Transitions.Successor, from state: WorldState) -> Breach? {
        guard case .change(let step, let change) = successor.event,
            case .delete(let key) = model.steps[step].changes[change], state.keys[key] == .active
        else { return nil }
        return Breach(property: .final, kind: nil, cause: .deletedActive)
    }
}
