import MigrationModel

/// Lays out the steps of all phases, each behind those that it waits for.
struct StepBuilder {
    private let input: PlanningInput
    private let index: PlanningIndex
    private let services: ServiceSelection
    private let identities: IdentitySelection
    private let fates: KeyFates
    private let clusters: ClusterAssignment
    private let names: StepNames
    private let changes: TemplateChanges

    init(
        _ input: PlanningInput, _ index: PlanningIndex, _ services: ServiceSelection,
        _ identities: IdentitySelection, _ fates: KeyFates, _ clusters: ClusterAssignment
    ) {
        self.input = input
        self.index = index
        self.services = services
        self.identities = identities
        self.fates = fates
        self.clusters = clusters
        names = StepNames(services, clusters)
        changes = TemplateChanges(index)
    }

    /// The steps in an order in which they can be carried out.
    func steps() -> [Step] {
        let moved = services.members.compactMap { member in
            identities.entry(of: member.id).map { (member, $0) }
        }
        let issuers = PrepareSteps.issuers(moved, preferences: input.configuration.preferences)
        let prepared = moved.flatMap { member, entry in
            PrepareSteps.steps(for: member, entry, names, index, input.configuration.preferences)
        }
        return issuers + prepared + shift(moved)
            + RetireSteps(input, index, services, fates, clusters, names).steps()
    }

    /// One service after the other, as many at a time as people want: the next one starts when one before it has soaked.
    private func shift(_ moved: [(ServiceSelection.Member, IdentitySelection.Entry)]) -> [Step] {
        let atATime = max(1, input.configuration.preferences.servicesAtATime)
        return moved.enumerated().flatMap { position, one in
            let before = position >= atATime ? names.step(.shift, moved[position - atATime].0, "rollout") : nil
            return ShiftSteps(one.0, one.1, changes.change(for: one.0, to: one.1.identity), names, index)
                .steps(behind: before, input.configuration.preferences)
        }
    }
}

/// The readable, stable names of steps.
struct StepNames {
    private var short: [String: String] = [:]
    /// Whether names have to say which cluster they are of.
    private let namesClusters: Bool

    init(_ services: ServiceSelection, _ assignment: ClusterAssignment) {
        let clusters = Set(assignment.planned.map(\.name))
        namesClusters = clusters.count > 1
        let plain = services.members.map { member in
            (clusters.count > 1 ? member.cluster.name + "/" : "")
                + "\(member.name.namespace ?? "")/\(member.name.name)"
        }
        let counts = plain.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        for (member, name) in zip(services.members, plain) {
            let isAlone = counts[name] == 1
            short[member.id] = isAlone ? name : name + "-" + member.name.kind.lowercased()
        }
    }

    /// The name of a step of one service.
    func step(_ phase: Phase, _ member: ServiceSelection.Member, _ what: String) -> String {
        "\(phase.rawValue)/\(short[member.id] ?? member.id)/\(what)"
    }

    /// The name of a step about one object that several services may share.
    func step(_ phase: Phase, _ object: ObjectReference, cluster: String) -> String {
        let place = namesClusters ? "\(cluster)/" : ""
        return "\(phase.rawValue)/\(place)\(object.namespace ?? "")/\(object.kind.lowercased())/\(object.name)"
    }
}
