import CredentialChains
import MigrationModel

/// What an exploration looks at: one container of the first service, and one SDK that may be in it.
///
/// Which SDK it is does not change while a plan is carried out, so each is looked at on its own; of containers each is, since what
/// one finds tells nothing of another.
struct Lens {
    var container: Int
    var provider: Provider
    var family: CredentialChain
}

extension Model {
    /// Everything to look at, container by container.
    var lenses: [Lens] {
        guard let template = workloads.first?.versions.first else { return [] }
        return template.containers.enumerated().flatMap { index, container in
            let providers = Set(container.families.keys).union(container.uses.map(\.provider))
            return Provider.allCases.filter(providers.contains).flatMap { provider in
                let counting = container.families[provider] ?? []
                return CredentialChains.chains(of: provider)
                    .filter { counting.isEmpty || counting.contains($0.family.id) }
                    .map { Lens(container: index, provider: provider, family: $0) }
            }
        }
    }

    /// The state in which nothing has been done.
    func start(_ kinds: PodKinds) -> WorldState {
        func bits(_ flags: [Bool]) -> UInt64 {
            flags.enumerated().reduce(0) { $1.element ? $0 | 1 << UInt64($1.offset) : $0 }
        }
        func bits(of numbers: [Int]) -> UInt64 { numbers.reduce(0) { $0 | 1 << UInt64($1) } }
        var state = WorldState(
            steps: Array(repeating: 0, count: steps.count), keys: Array(repeating: .active, count: keys),
            absent: bits(parts.map { !$0.isPresent }), copies: 0, accounts: bits(accounts), issuers: bits(issuers),
            identities: identities.map { WorldState.IdentityState(exists: $0.isGiven, isPermitted: $0.isGiven) },
            bindings: bindings.map { WorldState.BindingState(now: $0.identity) },
            workloads: workloads.map {
                WorldState.WorkloadState(
                    template: 0, source: 0, kept: bits(of: $0.kept), lingering: bits(of: $0.lingering),
                    running: BitSet(),
                    canary: BitSet())
            })
        let pods = Pods(model: self, kinds: kinds)
        for (place, workload) in workloads.enumerated() {
            for version in workload.running {
                for kind in pods.created(version, of: place, in: state) { state.workloads[place].running.insert(kind) }
            }
        }
        pods.settle(&state)
        return state
    }
}
