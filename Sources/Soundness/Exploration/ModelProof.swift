import CredentialChains
import MigrationModel

/// Explores one model through every lens.
struct ModelProof {
    /// The states that were visited.
    private(set) var states = 0
    /// Whether there was room for all of them.
    private(set) var isWhole = true
    /// What was found, at most one thing for each container.
    private(set) var findings: [Finding] = []
    /// For each container, the families with which the end is not reached.
    private(set) var stops: [Int: [String]] = [:]

    /// A breach and how it came about.
    struct Finding {
        var lens: Lens
        var breach: Breach
        var result: Explorer.Result
        /// What would prevent it; `nil` when that was not sought, or no single order does.
        var advice: Advice.Order?
    }

    /// The kinds of Pods by their numbers, to put findings into words; none when there are no findings.
    private(set) var kinds: [PodKind] = []

    private let happenings: Happenings

    init(_ model: Model, limit: Int, happenings: Happenings = .all) {
        self.happenings = happenings
        let kinds = PodKinds()
        let credentials = Credentials(model, kinds)
        for lenses in Self.groups(model.lenses) { look(through: lenses, model, kinds, credentials, limit) }
        if !findings.isEmpty { self.kinds = kinds.interner.names }
    }

    /// Looks for the order that would prevent each finding.
    mutating func findAdvice(_ model: Model, limit: Int) {
        for index in findings.indices {
            let advice = Advice(model: model, lens: findings[index].lens, kinds: kinds, limit: limit)
            findings[index].advice = advice.order(against: findings[index].breach, after: findings[index].result.way)
        }
    }

    /// The lenses of one container and cloud together.
    private static func groups(_ lenses: [Lens]) -> [[Lens]] {
        var groups: [[Lens]] = []
        for lens in lenses {
            if let last = groups.last?.first, last.container == lens.container, last.provider == lens.provider {
                groups[groups.count - 1].append(lens)
            } else {
                groups.append([lens])
            }
        }
        return groups
    }

    private mutating func look(
        through lenses: [Lens], _ model: Model, _ kinds: PodKinds, _ credentials: Credentials, _ limit: Int
    ) {
        var explored: [(lens: Lens, reachesEnd: Bool)] = []
        for lens in lenses {
            // A family that finds the same in every kind of Pod has the same exploration.
            if let same = explored.first(where: { agrees($0.lens, lens, kinds, credentials) }) {
                if !same.reachesEnd { stops[lens.container, default: []].append(lens.family.family.id) }
                continue
            }
            let result = Explorer(
                model: model, lens: lens, kinds: kinds, credentials: credentials, limit: limit, happenings: happenings
            ).explore()
            states += result.states
            if !result.isWhole { isWhole = false }
            if let breach = result.breach {
                findings.append(Finding(lens: lens, breach: breach, result: result))
                return
            }
            explored.append((lens, result.reachesEnd))
            if result.isWhole, !result.reachesEnd { stops[lens.container, default: []].append(lens.family.family.id) }
        }
        guard isWhole, let first = explored.first, explored.allSatisfy({ !$0.reachesEnd }) else { return }
        let nothing = Explorer.Result(states: 0, isWhole: true, breach: nil, way: [], reachesEnd: false)
        let breach = Breach(property: .reachable, kind: nil, cause: .noEnd)
        findings.append(Finding(lens: first.lens, breach: breach, result: nothing))
    }

    private func agrees(_ one: Lens, _ other: Lens, _ kinds: PodKinds, _ credentials: Credentials) -> Bool {
        kinds.interner.names.indices.allSatisfy { kind in
            let found = [one, other].map {
                credentials.credential(of: kind, 0, container: $0.container, family: $0.family)
            }
            return found[0] == found[1]
        }
    }
}
