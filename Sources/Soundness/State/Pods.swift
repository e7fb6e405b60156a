/// What Pods can be created in a state, and what becomes of those that run.
struct Pods {
    let model: Model
    let kinds: PodKinds
    var happenings = Happenings.all

    /// The versions of which Pods may be created: the template, what the owner would put back, what can be rolled back to, and
    /// what a rollout that is not through has left.
    func versions(of workload: Int, in state: WorldState) -> [Int] {
        let own = state.workloads[workload]
        var found = [own.template]
        if happenings.contains(.owners), model.workloads[workload].isOwned, own.source != own.template {
            found.append(own.source)
        }
        let kept = happenings.contains(.rollbacks) ? own.kept : 0
        for version in bits(kept | own.lingering) where !found.contains(version) { found.append(version) }
        return found
    }

    /// The kinds of Pods of a version that may come up now: while a binding is not in force everywhere, with it and without.
    func created(_ version: Int, of workload: Int, in state: WorldState) -> [Int] {
        let account = model.workloads[workload].versions[version].account
        var choices: [[Int]] = [[]]
        for (place, binding) in model.bindings.enumerated() where binding.account == account {
            let now = state.bindings[place]
            var options: [Int?] = [now.now]
            if !now.isSettled { options.append(now.before) }
            choices = options.flatMap { option in choices.map { $0 + (option.map { [$0] } ?? []) } }
        }
        return choices.map { kinds.number(PodKind(version: version, injected: $0, absent: state.absent)) }
    }

    /// Lets everything happen to Pods that may happen without any step: they are created anew, and their containers restart.
    ///
    /// What may happen is taken for having happened: whether a property holds is asked of every Pod that may run, so a larger
    /// set of them can only find more.
    func settle(_ state: inout WorldState) {
        for workload in state.workloads.indices {
            for version in versions(of: workload, in: state) {
                for kind in created(version, of: workload, in: state) { state.workloads[workload].running.insert(kind) }
            }
            if let trial = state.workloads[workload].trial {
                for kind in created(trial, of: workload, in: state) { state.workloads[workload].canary.insert(kind) }
            }
            restart(&state.workloads[workload].running, state)
            restart(&state.workloads[workload].canary, state)
        }
    }

    /// Lets only the Pods come up that a step itself starts.
    func start(_ state: inout WorldState) {
        for workload in state.workloads.indices {
            for kind in created(state.workloads[workload].template, of: workload, in: state) {
                state.workloads[workload].running.insert(kind)
            }
            guard let trial = state.workloads[workload].trial else { continue }
            for kind in created(trial, of: workload, in: state) { state.workloads[workload].canary.insert(kind) }
        }
    }

    /// A container that restarts in its Pod reads Secrets anew, and keeps what was injected.
    private func restart(_ pods: inout BitSet, _ state: WorldState) {
        for number in pods.numbers where kinds[number].absent != state.absent {
            var kind = kinds[number]
            kind.absent = state.absent
            pods.insert(kinds.number(kind))
        }
    }

    /// The numbers of the bits of a word.
    func bits(_ word: UInt64) -> [Int] {
        var found: [Int] = []
        var rest = word
        while rest != 0 {
            found.append(rest.trailingZeroBitCount)
            rest &= rest - 1
        }
        return found
    }
}
