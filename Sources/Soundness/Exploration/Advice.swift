import MigrationModel

/// Looks for the order that would prevent a breach, by trying.
struct Advice {
    let plan: Plan
    let model: Model
    let names: ModelNames
    let lens: Lens
    let kinds: PodKinds
    let limit: Int

    /// The step that should come later and the one that it should wait for, in one sentence; empty when no single order helps.
    func sentence(against breach: Breach, after way: [(event: Event?, state: WorldState)]) -> String {
        guard let last = way.last?.event?.step, let state = way.last?.state else { return "" }
        if let kind = breach.kind, isOnlyKept(kind, state) {
            return
                "The revisions that \(names.workload?.object.description ?? "it") keeps have to be deleted before \(id(last))."
        }
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

    private func isOnlyKept(_ kind: Int, _ state: WorldState) -> Bool {
        let (own, version) = (state.workloads[0], kinds[kind].version)
        return version != own.template && own.kept & 1 << UInt64(version) != 0
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
