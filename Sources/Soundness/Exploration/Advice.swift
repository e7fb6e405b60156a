import MigrationModel

/// Looks for the order that would prevent a breach, by trying.
struct Advice {
    let plan: Plan
    let model: Model
    let names: ModelNames
    let lens: Lens
    let limit: Int

    /// The step that should come later and the one that it should wait for, in one sentence; empty when no single order helps.
    func sentence(against breach: Breach, after way: [(event: Event?, state: WorldState)]) -> String {
        guard let last = way.last?.event?.step else { return "" }
        // Steps that come after the last one cannot come before it as well.
        for other in model.steps.indices.reversed() where other != last && !follows(other, last) {
            guard !model.steps[last].after.contains(other) else { continue }
            var changed = model
            changed.steps[last].after.append(other)
            if holds(changed, breach.property) {
                return "\(id(last)) has to wait for \(id(other))."
            }
        }
        return ""
    }

    private func id(_ step: Int) -> String { plan.steps[names.steps[step]].id }

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
