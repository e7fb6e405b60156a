import CredentialChains
import MigrationModel

@testable import Soundness

/// Brute force: every state of a service and what it depends on, with one Pod followed by name, breadth first.
///
/// It shares with the prover what actions say of themselves, how templates are edited and the tables of SDKs, and nothing else:
/// where the prover keeps the set of Pods that may be running, this one follows any one of them, which is created, restarted and
/// deleted at any time; where the prover thinks in numbers of a reduced model, this one has names.
final class PlainSearch {
    private let world: PlainWorld
    private let component: PlainComponent
    /// How many states are visited at most.
    private let limit: Int
    private(set) var states = 0

    /// What came of it.
    enum Verdict: Equatable {
        case harmless
        case broken(String)
        case tooLarge
    }

    init(_ component: PlainComponent, limit: Int = 400_000) {
        self.component = component
        self.limit = limit
        world = PlainWorld(component)
    }

    private var service: WorldWorkload { component.service }

    /// Whether anything can go wrong for the service.
    func verdict() -> Verdict {
        for container in service.templates.first?.containers ?? [] {
            let providers = Set(container.families.keys).union(container.plainUses.map(\.provider))
            for provider in Provider.allCases where providers.contains(provider) {
                let verdict = look(into: container, for: provider)
                if verdict != .harmless { return verdict }
            }
        }
        return .harmless
    }

    private func look(into container: WorldContainer, for provider: Provider) -> Verdict {
        let stated = container.families[provider] ?? []
        var signatures: Set<[PlainWorld.Finding]> = []
        var endsOnce = false
        for chain in CredentialChains.chains(of: provider) where stated.isEmpty || stated.contains(chain.family.id) {
            let look = PlainLook(container: container.name, provider: provider, family: chain.family.id)
            // Two SDKs that find the same in whatever Pod there can be are one.
            guard signatures.insert(signature(of: look)).inserted else { continue }
            switch search(look) {
            case .broken(let why): return .broken("\(chain.family.id): \(why)")
            case .tooLarge: return .tooLarge
            case .ends: endsOnce = true
            case .doesNotEnd: continue
            }
        }
        return endsOnce ? .harmless : .broken("the end is never reached")
    }

    /// What an SDK finds in every Pod that could be imagined.
    private func signature(of look: PlainLook) -> [PlainWorld.Finding] {
        let imagined = PlainImagination(world: world).pods
        return imagined.map { world.finding($0, look) }
    }

    private enum Outcome {
        case ends, doesNotEnd, tooLarge
        case broken(String)
    }

    // MARK: The search

    private func search(_ look: PlainLook) -> Outcome {
        let rules = PlainRules(world: world, look: look)
        let start = world.start()
        var places: [PlainState: Int] = [start: 0]
        var found = [start]
        var sources: [[Int]] = [[]]
        var landmarks: [[Int]: PlainState] = [start.steps: start.lasting(withAids: false)]
        if let why = rules.breach(in: start, since: start) { return .broken(why) }
        var next = 0
        while next < found.count {
            for successor in rules.successors(of: found[next]) {
                guard let state = successor.state else { return .broken(rules.words(successor.event)) }
                if let known = places[state] {
                    sources[known].append(next)
                    continue
                }
                if let why = rules.breach(in: state, since: start) {
                    return .broken("\(rules.words(successor.event)): \(why)")
                }
                if rules.isSettledOnSteps(state) {
                    let lasting = state.lasting(withAids: false)
                    if let before = landmarks[state.steps], before != lasting { return .broken("not as it was") }
                    landmarks[state.steps] = lasting
                }
                places[state] = found.count
                found.append(state)
                sources.append([next])
            }
            next += 1
            if found.count > limit { return .tooLarge }
        }
        states += found.count
        return stuck(found, sources, rules)
    }

    /// Whether every state has a way to the end or the start.
    private func stuck(_ found: [PlainState], _ sources: [[Int]], _ rules: PlainRules) -> Outcome {
        let ends = found.indices.filter { rules.isEnd(found[$0]) }
        var isFree = Array(repeating: false, count: found.count)
        var open = ends + found.indices.filter { rules.isStart(found[$0]) }
        while let place = open.popLast() {
            guard !isFree[place] else { continue }
            isFree[place] = true
            open += sources[place]
        }
        if isFree.contains(false) { return .broken("stuck") }
        return ends.isEmpty ? .doesNotEnd : .ends
    }
}

/// Every Pod of a service that there could be, whether or not a plan leads to it.
private struct PlainImagination {
    let world: PlainWorld

    var pods: [PlainState.Pod] {
        let versions = reachableVersions()
        let carriers = Set(world.component.steps.flatMap(\.forward).compactMap(\.carrier)).sorted()
        var pods: [PlainState.Pod] = []
        for version in versions {
            for injected in injections(version) {
                for mask in 0..<(1 << min(carriers.count, 6)) {
                    var state = PlainState(steps: [])
                    for (place, carrier) in carriers.enumerated() where mask & 1 << place != 0 {
                        state.gone.formUnion(carrier.things)
                    }
                    pods.append(PlainState.Pod(version: version, injected: injected, gone: state.gone))
                }
            }
        }
        return pods
    }

    private func reachableVersions() -> [Int] {
        var state = world.start()
        let edits = world.component.steps.flatMap { step in step.forward.map { (step, $0) } }
        // Each edit alone and all of them together.
        for (step, change) in edits {
            var alone = world.start()
            _ = world.make(change, of: step, in: &alone)
            _ = world.make(change, of: step, in: &state)
        }
        return Array(world.versions.indices)
    }

    private func injections(_ version: Int) -> [[String]] {
        let account = world.versions[version].template.serviceAccount
        let place = "\(world.component.service.object.namespace ?? "")/\(account)"
        var found: [[String]] = [[]]
        for identity in world.component.identities {
            found.append(["\(identity.id) \(place) \(identity.mechanism.rawValue)"])
        }
        for account in world.component.accounts where "\(account.namespace)/\(account.name)" == place {
            for (mechanism, principal) in account.principals.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
                found.append(["given \(principal) \(place) \(mechanism.rawValue)"])
            }
        }
        return found
    }
}

/// What a step takes away from a carrier.
private struct TakenThings: Hashable, Comparable {
    var things: [String]

    static func < (one: TakenThings, other: TakenThings) -> Bool { one.things.lexicographicallyPrecedes(other.things) }
}

extension PlainChange {
    fileprivate var carrier: TakenThings? {
        switch self {
        case .world(.remove(let object, nil)), .world(.makeSecret(let object, _)): TakenThings(things: ["\(object)"])
        case .world(.remove(let object, let entries?)): TakenThings(things: entries.map { "\(object) \($0)" })
        default: nil
        }
    }
}

extension WorldContainer {
    /// Keys in places at which no SDK looks.
    var plainUses: [(provider: Provider, keys: [KeyName], source: WorldSource?)] {
        let own = variables.filter { $0.isOwn }.map { ($0.keys, $0.source) }
        let files = files.filter { $0.contents == .other }.map { ($0.keys, $0.source) }
        return (own + files + uses.map { ($0.keys, $0.source) }).compactMap { keys, source in
            keys.first.map { ($0.kind.provider, keys, source) }
        }
    }
}
