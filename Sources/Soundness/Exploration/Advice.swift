import MigrationModel

/// Looks for the order that would prevent a breach, by trying.
struct Advice {
    let model: Model
    let lens: Lens
    let kinds: [PodKind]
    let limit: Int

    /// An order that prevents a breach, by the numbers of its steps.
    enum Order: Hashable {
        /// The revisions that are kept have to be deleted before a step.
        case forgetRevisions(before: Int)
        /// One step has to wait for another.
        case wait(Int, for: Int)
    }

    /// What would prevent a breach; `nil` when no single order does.
    func order(against breach: Breach, after way: [(event: Event?, state: WorldState)]) -> Order? {
        guard let last = way.last?.event?.step, let state = way.last?.state else { return nil }
        if let kind = breach.kind, isOnlyKept(kind, state) { return .forgetRevisions(before: last) }
        // The step that led there, then those before it on the way: it may be an early one that came too early.
        var tried: Set<Int> = []
        for step in way.reversed().compactMap(\.event?.step) where tried.insert(step).inserted {
            if let other = predecessor(of: step, against: breach) { return .wait(step, for: other) }
            if tried.count == 3 { return nil }
        }
        return nil
    }

    /// The step that another one would have to wait for.
    private func predecessor(of step: Int, against breach: Breach) -> Int? {
        // Steps that come after it cannot come before it as well.
        for other in model.steps.indices.reversed() where other != step && !follows(other, step) {
            guard !model.steps[step].after.contains(other) else { continue }
            var changed = model
            changed.steps[step].after.append(other)
            if holds(changed, breach.property) { return other }
        }
        return nil
    }

    private func isOnlyKept(_ kind: Int, _ state: WorldState) -> Bool {
        let (own, version) = (state.workloads[0], kinds[kind].version)
        return version != own.template && own.kept & 1 << UInt64(version) != 0
    }

    private func follows(_ step: Int, _ other: Int) -> Bool {
        var open = model.steps[step].after
        var seen: Set<Int> = []
        while let next = open.popLast() {
            if next == other { return true }
            if seen.insert(next).inserted { open += model.steps[next].after }
        }
        return false
    }

    private func holds(_ changed: Model, _ property: SoundnessProperty) -> Bool {
        let kinds = PodKinds()
        let result = Explorer(
            model: changed, lens: lens, kinds: kinds, credentials: Credentials(changed, kinds), limit: limit
        ).explore()
        return result.isWhole && result.breach?.property != property && result.breach?.property != .reachable
    }
}
