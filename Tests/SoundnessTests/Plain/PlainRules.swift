import MigrationModel

@testable import Soundness

/// What can happen in a state, and what must hold in it, as the issue says it.
struct PlainRules {
    let world: PlainWorld
    let look: PlainLook

    private var component: PlainComponent { world.component }
    private var service: WorldWorkload { component.service }

    struct Successor {
        var event: Event
        /// `nil` when it cannot be carried out.
        var state: PlainState?
    }

    /// What happened, to be put into words when something breaks.
    enum Event {
        case call(step: Int, PlainChange)
        case seen(step: Int)
        case byItself(String)
    }

    func words(_ event: Event) -> String {
        switch event {
        case .call(let step, let change): "\(component.steps[step].id): \(change)"
        case .seen(let step): "\(component.steps[step].id) was looked at"
        case .byItself(let words): words
        }
    }

    private func verified(_ step: Int) -> Int { component.steps[step].forward.count + 1 }
    private func undone(_ step: Int) -> Int { verified(step) + (component.steps[step].backward?.count ?? 0) + 1 }

    func isStart(_ state: PlainState) -> Bool { state.steps.allSatisfy { $0 == 0 } }
    func isEnd(_ state: PlainState) -> Bool { state.steps.indices.allSatisfy { state.steps[$0] == verified($0) } }
    func isSettledOnSteps(_ state: PlainState) -> Bool {
        state.steps.indices.allSatisfy { state.steps[$0] == 0 || state.steps[$0] == verified($0) }
    }

    // MARK: What can happen

    func successors(of state: PlainState) -> [Successor] {
        var found: [Successor] = []
        for step in component.steps.indices {
            found += forward(step, state)
            found += backward(step, state)
        }
        if state.isUnsettled {
            var next = state
            settle(&next)
            found.append(Successor(event: .byItself("what was written is in force"), state: next))
        }
        return found + podEvents(state)
    }

    private func settle(_ state: inout PlainState) {
        state.bindings = state.bindings.mapValues { PlainState.Bound(now: $0.now) }
        state.identities = state.identities.mapValues { $0 == .written ? .inForce : $0 }
    }

    private func forward(_ number: Int, _ state: PlainState) -> [Successor] {
        let (step, progress) = (component.steps[number], state.steps[number])
        var found: [Successor] = []
        if progress == 0 {
            guard step.after.allSatisfy({ state.steps[$0] == verified($0) }), !step.waits || !state.isUnsettled else {
                return []
            }
        }
        if progress < step.forward.count {
            found.append(call(step.forward[progress], number, progress + 1, state))
        } else if progress == step.forward.count, let next = verify(step, state) {
            var next = next
            next.steps[number] = verified(number)
            found.append(Successor(event: .seen(step: number), state: next))
        }
        // It is tried again, from the first call.
        if progress > 0, progress != verified(number), let first = step.forward.first {
            found.append(call(first, number, 1, state))
        }
        return found
    }

    private func call(_ change: PlainChange, _ number: Int, _ progress: Int, _ state: PlainState) -> Successor {
        let step = component.steps[number]
        if case .world(.delete(let key)) = change, state.keys[key] == .active {
            return Successor(event: .byItself("\(key.id) is deleted while it is active"), state: nil)
        }
        var next = state
        next.steps[number] = progress
        if change == .world(.awaitPods(service.object)), step.cluster == service.cluster { next.lingering = [] }
        return Successor(
            event: .call(step: number, change), state: world.make(change, of: step, in: &next) ? next : nil)
    }

    private func backward(_ number: Int, _ state: PlainState) -> [Successor] {
        let (step, progress) = (component.steps[number], state.steps[number])
        guard progress > 0, let calls = step.backward else { return [] }
        for (other, facts) in component.steps.enumerated() where facts.after.contains(number) {
            if state.steps[other] != 0 { return [] }
        }
        if progress == undone(number) {
            guard var next = confirm(step, state) else { return [] }
            next.steps[number] = 0
            return [Successor(event: .seen(step: number), state: next)]
        }
        let done = progress <= verified(number) ? 0 : progress - verified(number)
        // It is waited for the Pod that is followed.
        if done < calls.count, calls[done] == .world(.awaitPods(service.object)), step.cluster == service.cluster,
            let pod = state.pod, !world.pods(of: state.template, in: state).contains(pod)
        {
            return []
        }
        guard done < calls.count else {
            var next = state
            next.steps[number] = undone(number)
            return [Successor(event: .seen(step: number), state: next)]
        }
        return [
            call(calls[done], number, done + 1 == calls.count ? undone(number) : verified(number) + done + 1, state)
        ]
    }

    /// Pods come, go and restart whenever they like.
    private func podEvents(_ state: PlainState) -> [Successor] {
        var found: [Successor] = []
        func happens(_ event: String, _ change: (inout PlainState) -> Void) {
            var next = state
            change(&next)
            if next != state { found.append(Successor(event: .byItself(event), state: next)) }
        }
        if state.pod == nil {
            for version in world.creatable(in: state).sorted() {
                for pod in world.pods(of: version, in: state) { happens("a Pod comes up") { $0.pod = pod } }
            }
            // Pods of templates that make no new ones run from the start.
            if isStart(state) {
                for (place, template) in service.templates.enumerated() where template.standing == .running {
                    for pod in world.pods(of: place, in: state) { happens("a Pod ran before") { $0.pod = pod } }
                }
            }
        }
        happens("the Pod goes") { $0.pod = nil }
        happens("the Pod restarts") { $0.pod?.gone = state.gone }
        if let trial = state.trial, state.canary == nil {
            for pod in world.pods(of: trial, in: state) { happens("the canary comes up") { $0.canary = pod } }
        }
        happens("the canary goes") { $0.canary = nil }
        happens("the canary restarts") { $0.canary?.gone = state.gone }
        return found
    }

    // MARK: What is seen

    /// The state after a step was seen to be done; `nil` when that cannot be seen.
    private func verify(_ step: PlainStep, _ state: PlainState) -> PlainState? {
        var next = state
        let isOwn = step.cluster == service.cluster && step.forward.contains { $0.touches(service.object) }
        guard isOwn else { return next }
        if step.isCanary {
            guard let canary = state.canary, shows(step, canary, state) else { return nil }
            if step.verifications.contains(.callerIdentity) { next.isProven = true }
            return next
        }
        let fresh = world.pods(of: state.template, in: state)
        guard fresh.contains(where: { shows(step, $0, state) }) else { return nil }
        if step.verifications.contains(.rolledOut) {
            // The Pod that is followed has to be one of the new ones.
            if let pod = state.pod, !fresh.contains(pod) { return nil }
            next.lingering = []
            if step.forward.contains(.world(.forgetRevisions(service.object))) { next.kept = [] }
        }
        if !component.steps.contains(where: { $0.forward.contains(.world(.stopCanary(service.object))) }) {
            (next.trial, next.canary) = (nil, nil)
        }
        return next
    }

    private func shows(_ step: PlainStep, _ pod: PlainState.Pod, _ state: PlainState) -> Bool {
        let container = world.container(look.container, pod.version)
        if step.verifications.contains(.noStaticSource), !container.plainKeys.isEmpty { return false }
        guard step.verifications.contains(.callerIdentity), needsSDK(pod) else { return true }
        guard case .identity(let identity) = world.finding(pod, look) else { return false }
        return identity.hasPrefix("given ") || isTaken(identity, pod, state)
    }

    private func confirm(_ step: PlainStep, _ state: PlainState) -> PlainState? {
        var next = state
        for change in step.backward ?? [] {
            switch change {
            case .world(.revert(service.object, _)) where step.cluster == service.cluster:
                if let pod = state.pod, !world.pods(of: state.template, in: state).contains(pod) { return nil }
                next.lingering = []
            case .world(.unbind(let namespace, let name, let identity)) where step.cluster == service.cluster:
                let place = "\(identity) \(namespace)/\(name) "
                if let pod = state.pod, pod.injected.contains(where: { $0.hasPrefix(place) }) { return nil }
                for (key, bound) in next.bindings where key.hasPrefix("\(namespace)/\(name) ") {
                    next.bindings[key] = PlainState.Bound(now: bound.now)
                }
            default: break
            }
        }
        return next
    }

    // MARK: What must hold

    /// What does not hold in a state.
    func breach(in state: PlainState, since start: PlainState) -> String? {
        for version in world.creatable(in: state) {
            let account =
                "ServiceAccount \(service.object.namespace ?? "")/\(world.versions[version].template.serviceAccount)"
            if !exists(account, state) { return "\(account) is not there" }
            if world.isStopped(version, state.gone) { return "Pods of version \(version) do not start" }
        }
        if let pod = state.pod, !world.isStopped(pod.version, pod.gone) {
            if !works(pod, state) { return "a Pod has no credential" }
            let before = baseline(pod)
            if !world.isShifted(pod.version), before != .nothing, before != .other("fails"),
                world.finding(pod, look) != before
            {
                return "a Pod is somebody else"
            }
            if isEnd(state), isMoved, !deleted.isDisjoint(with: world.container(look.container, pod.version).plainKeys)
            {
                return "a Pod still has a key at the end"
            }
        }
        if isStart(state), state.lasting(withAids: true) != start.lasting(withAids: true) {
            return "not everything is as it was"
        }
        return nil
    }

    private func exists(_ account: String, _ state: PlainState) -> Bool {
        state.there.contains(account) || component.used.contains(account) && !component.made.contains(account)
    }

    private var isMoved: Bool {
        component.steps.contains { step in
            step.forward.contains { if case .world(.edit(service.object, .shift)) = $0 { true } else { false } }
        }
    }

    private var deleted: Set<KeyName> {
        Set(
            component.steps.flatMap(\.forward).compactMap { change in
                if case .world(.delete(let key)) = change { key } else { nil }
            })
    }

    /// What the template had before anything was done.
    private func baseline(_ pod: PlainState.Pod) -> PlainWorld.Finding {
        world.firstPod(of: world.versions[pod.version].base).map { world.finding($0, look) } ?? .nothing
    }

    private func uses(_ version: Int) -> [(provider: Provider, keys: [KeyName], source: WorldSource?)] {
        world.container(look.container, version).plainUses.filter { $0.provider == look.provider }
    }

    private func needsSDK(_ pod: PlainState.Pod) -> Bool {
        switch baseline(pod) {
        case .keys, .identity, .other("own"): true
        default: uses(pod.version).count < uses(world.versions[pod.version].base).count
        }
    }

    private func works(_ pod: PlainState.Pod, _ state: PlainState) -> Bool {
        for use in uses(pod.version) {
            guard use.keys.allSatisfy({ state.keys[$0] == .active }), world.isThere(use.source, pod.gone) else {
                return false
            }
        }
        guard needsSDK(pod) else { return true }
        switch world.finding(pod, look) {
        case .keys(let keys): return keys.allSatisfy { state.keys[$0] == .active }
        case .other("own"): return true
        case .other, .nothing: return false
        case .identity(let identity):
            return identity.hasPrefix("given ")
                || state.isProven && state.identities[identity] == .inForce && isTaken(identity, pod, state)
        }
    }

    /// Whether the cloud takes a Pod for an identity.
    private func isTaken(_ name: String, _ pod: PlainState.Pod, _ state: PlainState) -> Bool {
        guard state.identities[name] != nil, let identity = component.identities.first(where: { $0.id == name }) else {
            return false
        }
        let namespace = service.object.namespace ?? ""
        let account = world.versions[pod.version].template.serviceAccount
        guard exists("ServiceAccount \(namespace)/\(account)", state),
            component.subjects[name]?.contains("system:serviceaccount:\(namespace):\(account)") == true
        else { return false }
        if identity.mechanism == .irsa {
            let issuer = "\(identity.cluster) \(identity.account)"
            return !component.untrusted.contains(issuer) || state.there.contains(issuer)
        }
        let bound = state.bindings["\(namespace)/\(account) \(identity.mechanism.rawValue)"]
        return bound?.now == name && bound?.isSettled == true
    }
}

extension PlainChange {
    /// Whether it is about the Pods of a workload.
    fileprivate func touches(_ workload: ObjectReference) -> Bool {
        switch self {
        case .world(.edit(workload, _)), .source(.edit(workload, _)), .world(.startCanary(workload, _)),
            .world(.forgetRevisions(workload)):
            true
        default: false
        }
    }
}
