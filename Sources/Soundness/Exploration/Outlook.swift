import MigrationModel

/// What the container that is looked at finds in each kind of Pod, and whether it works.
struct Outlook {
    let model: Model
    let kinds: PodKinds
    let credentials: Credentials
    let lens: Lens
    /// What it finds in each template of the start, before anything is done.
    private let baselines: [Int: Credential]

    init(_ model: Model, _ kinds: PodKinds, _ credentials: Credentials, _ lens: Lens, start: WorldState) {
        self.model = model
        self.kinds = kinds
        self.credentials = credentials
        self.lens = lens
        let pods = Pods(model: model, kinds: kinds)
        var baselines: [Int: Credential] = [:]
        if let workload = model.workloads.first {
            let others = workload.versions.indices.filter { $0 == 0 || workload.base(of: $0) == $0 }
            for version in others {
                guard let kind = pods.created(version, of: 0, in: start).first else { continue }
                baselines[version] = credentials.credential(
                    of: kind, 0, container: lens.container, family: lens.family)
            }
        }
        self.baselines = baselines
    }

    /// What the SDK ends up with.
    func credential(_ kind: Int) -> Credential {
        credentials.credential(of: kind, 0, container: lens.container, family: lens.family)
    }

    /// What it ended up with before anything was done.
    func baseline(_ kind: Int) -> Credential { baselines[base(kind)] ?? .nothing }

    private func base(_ kind: Int) -> Int { model.workloads[0].base(of: kinds[kind].version) }

    private func container(_ version: Int) -> ModelContainer? {
        let containers = model.workloads[0].versions[version].containers
        return containers.indices.contains(lens.container) ? containers[lens.container] : nil
    }

    private func uses(_ version: Int) -> [ModelUse] {
        (container(version)?.uses ?? []).filter { $0.provider == lens.provider }
    }

    /// Whether a container has any key left, whether or not it would be used.
    func hasStaticSource(_ kind: Int) -> Bool {
        guard let container = container(kinds[kind].version) else { return false }
        return container.variables.contains { !$0.keys.isEmpty } || container.files.contains { !$0.keys.isEmpty }
            || !container.uses.isEmpty
    }

    /// Whether a container has one of some keys, whether or not it would be used.
    func has(anyOf keys: [Int], _ kind: Int) -> Bool {
        container(kinds[kind].version)?.ownKeys.contains(where: keys.contains) ?? false
    }

    /// Whether it needs what the SDK finds: it had a working credential, or a key of its own that it has no more.
    private func needsChain(_ kind: Int) -> Bool {
        switch baseline(kind) {
        case .keys, .identity, .given: return true
        case .node, .indirect, .fails, .nothing: return uses(kinds[kind].version).count < uses(base(kind)).count
        }
    }

    /// Whether a container has a credential that works, if it ever had one.
    func works(_ kind: Int, _ state: WorldState) -> Bool {
        let usesWork = uses(kinds[kind].version).allSatisfy { use in
            use.keys.allSatisfy { state.keys[$0] == .active } && credentials.isThere(use.source, kinds[kind])
        }
        return usesWork && (!needsChain(kind) || isAccepted(credential(kind), kind, state, isProof: false))
    }

    /// Whether a container is the identity of the plan, if it needs any.
    func isNewIdentity(_ kind: Int, _ state: WorldState) -> Bool {
        guard needsChain(kind) else { return true }
        guard case .identity = credential(kind) else { return false }
        return isAccepted(credential(kind), kind, state, isProof: true)
    }

    private func isAccepted(_ credential: Credential, _ kind: Int, _ state: WorldState, isProof: Bool) -> Bool {
        switch credential {
        case .keys(let keys): keys.allSatisfy { state.keys[$0] == .active }
        case .given: true
        case .identity(let identity):
            model.identities[identity].isGiven
                || (isProof || state.workloads[0].isProven) && isGranted(identity, kind, state, isProof: isProof)
        case .node, .indirect, .fails, .nothing: false
        }
    }

    /// Whether the cloud gives the identity to a kind of Pod.
    private func isGranted(_ number: Int, _ kind: Int, _ state: WorldState, isProof: Bool) -> Bool {
        let (identity, now) = (model.identities[number], state.identities[number])
        let account = model.workloads[0].versions[kinds[kind].version].account
        guard now.exists, identity.subjects.contains(account), state.accounts & 1 << UInt64(account) != 0 else {
            return false
        }
        // Who somebody is can be asked by whoever may do nothing.
        guard isProof || now.isPermitted && now.isSettled else { return false }
        if let issuer = identity.issuer, state.issuers & 1 << UInt64(issuer) == 0 { return false }
        // The annotation of IRSA is read when a Pod is created; the others are asked again and again.
        if identity.mechanism == .irsa { return true }
        return model.bindings.indices.contains {
            model.bindings[$0].account == account && state.bindings[$0].now == number && state.bindings[$0].isSettled
        }
    }
}
