/// What a change does to a state; all can be repeated.
enum Application {
    /// Why a change cannot be made.
    enum Impossible: Error {
        /// There is no copy to put back.
        case noCopy
        /// A deleted key does not come back.
        case deletedKey
    }

    /// Makes a change.
    static func apply(_ change: ModelChange, to state: inout WorldState, of model: Model) throws(Impossible) {
        switch change {
        case .trust(let issuer): state.issuers |= 1 << UInt64(issuer)
        case .distrust(let issuer):
            state.issuers &= ~(1 << UInt64(issuer))
            unprove(&state, model) { account in
                model.identities.contains { $0.issuer == issuer && $0.subjects.contains(account) }
            }
        case .makeIdentity(let identity): state.identities[identity].exists = true
        case .grant(let identity):
            guard !state.identities[identity].isPermitted else { return }
            (state.identities[identity].isPermitted, state.identities[identity].isSettled) = (true, false)
        case .revoke(let identity):
            (state.identities[identity].isPermitted, state.identities[identity].isSettled) = (false, true)
            unprove(&state, model) { model.identities[identity].subjects.contains($0) }
        case .deleteIdentity(let identity):
            state.identities[identity] = WorldState.IdentityState()
            unprove(&state, model) { model.identities[identity].subjects.contains($0) }
        case .makeAccount(let account): state.accounts |= 1 << UInt64(account)
        case .deleteAccount(let account): state.accounts &= ~(1 << UInt64(account))
        case .bind(let place, let identity): rebind(place, to: identity, &state)
        case .unbind(let place, _):
            rebind(place, to: model.bindings[place].identity, &state)
            unprove(&state, model) { $0 == model.bindings[place].account }
        case .deactivate, .activate, .delete, .deleteUser: try applyToKey(change, &state)
        case .add, .drop, .keepCopy, .dropCopy, .remove, .restore: try applyToPart(change, &state)
        default: applyToWorkload(change, &state, model)
        }
    }

    private static func rebind(_ place: Int, to identity: Int?, _ state: inout WorldState) {
        guard state.bindings[place].now != identity else { return }
        let before = state.bindings[place].now
        state.bindings[place] = WorldState.BindingState(now: identity, isSettled: false, before: before)
    }

    /// What a canary has shown holds no longer for Pods of these ServiceAccounts: something that it relied on was taken back.
    private static func unprove(_ state: inout WorldState, _ model: Model, _ concerns: (Int) -> Bool) {
        for (place, workload) in model.workloads.enumerated()
        where workload.versions.contains(where: { concerns($0.account) }) {
            state.workloads[place].isProven = false
        }
    }

    private static func applyToKey(_ change: ModelChange, _ state: inout WorldState) throws(Impossible) {
        switch change {
        case .deactivate(let key) where state.keys[key] != .deleted: state.keys[key] = .inactive
        case .activate(let key):
            guard state.keys[key] != .deleted else { throw .deletedKey }
            state.keys[key] = .active
        case .delete(let key): state.keys[key] = .deleted
        default: break
        }
    }

    private static func applyToPart(_ change: ModelChange, _ state: inout WorldState) throws(Impossible) {
        switch change {
        case .add(let part): state.absent &= ~(1 << UInt64(part))
        case .drop(let part), .remove(let part): state.absent |= 1 << UInt64(part)
        // Of what is not there any more no copy is made, and the one that there is stays.
        case .keepCopy(let part): state.copies |= ~state.absent & 1 << UInt64(part)
        case .dropCopy(let part): state.copies &= ~(1 << UInt64(part))
        case .restore(let part):
            // What was never removed needs no copy.
            guard state.absent & 1 << UInt64(part) != 0 else { return }
            guard state.copies & 1 << UInt64(part) != 0 else { throw .noCopy }
            state.absent &= ~(1 << UInt64(part))
        default: break
        }
    }

    private static func applyToWorkload(_ change: ModelChange, _ state: inout WorldState, _ model: Model) {
        switch change {
        case .edit(let place, let edit):
            let (workload, former) = (model.workloads[place], state.workloads[place].template)
            let next = workload.editing(former, edit)
            guard next != former else { return }
            state.workloads[place].template = next
            state.workloads[place].lingering |= 1 << UInt64(former)
            if workload.keepsRevisions { state.workloads[place].kept |= 1 << UInt64(former) }
            state.workloads[place].kept &= ~(1 << UInt64(next))
        case .revert(let place, let edit):
            let (workload, former) = (model.workloads[place], state.workloads[place].template)
            state.workloads[place].template = workload.reverting(former, edit)
            if former != state.workloads[place].template { state.workloads[place].lingering |= 1 << UInt64(former) }
            // A revision that was taken back is deleted with it: see the assumptions of the proof.
            state.workloads[place].kept &= ~(1 << UInt64(former))
            state.workloads[place].kept &= ~(1 << UInt64(state.workloads[place].template))
        case .editSource(let place, let edit):
            state.workloads[place].source = model.workloads[place].editing(state.workloads[place].source, edit)
        case .revertSource(let place, let edit):
            state.workloads[place].source = model.workloads[place].reverting(state.workloads[place].source, edit)
        case .startCanary(let place, let edit):
            state.workloads[place].trial = model.workloads[place].editing(state.workloads[place].template, edit)
        case .stopCanary(let place):
            state.workloads[place].trial = nil
            state.workloads[place].canary = BitSet()
        // Somebody may have brought one back before: they are out of the world when it is seen what runs.
        case .forgetRevisions: break
        default: break
        }
    }
}
