import MigrationModel

/// What was traced of one service.
struct ServiceTrace: Sendable {
    /// The number of the service.
    var number: Int
    /// The ways on which keys reach it, ordered by key and container.
    var consumptions: [Consumption] = []
    /// The identities of its containers, in order.
    var identities: [ContainerIdentity] = []
    /// What will surprise somebody.
    var findings: [IdentityFinding] = []

    /// Whether there is nothing to tell, as of most services of a large cluster.
    var isEmpty: Bool { consumptions.isEmpty && identities.isEmpty && findings.isEmpty }
}

/// Traces one service after another; each thread has its own.
struct ServiceTracer {
    let consumers: ConsumerTrace
    let identities: IdentityTrace
    let members: [ServiceMembers]
    /// What comes to workloads as to custom resources, by the number of the service.
    let others: [Int: [Consumption]]
    private let resolutions = ResolutionCache()

    init(
        consumers: ConsumerTrace, identities: IdentityTrace, members: [ServiceMembers], others: [Int: [Consumption]]
    ) {
        (self.consumers, self.identities, self.members, self.others) = (consumers, identities, members, others)
    }

    /// Traces one service.
    func trace(_ number: Int) -> ServiceTrace {
        var trace = ServiceTrace(number: number)
        trace.consumptions = consumers.consumptions(of: number, others[number] ?? [])
        let analyses = identities.analyses(of: members[number], using: resolutions)
        if !analyses.isEmpty {
            trace.identities = analyses.map(\.identity).sorted(by: Self.isBefore)
            trace.findings = analyses.flatMap(ContainerRules.findings)
        }
        trace.findings += ServiceRules.findings(in: members[number], identities)
        return trace
    }

    private static func isBefore(_ left: ContainerIdentity, _ right: ContainerIdentity) -> Bool {
        (left.container, left.provider.rawValue) < (right.container, right.provider.rawValue)
    }
}
