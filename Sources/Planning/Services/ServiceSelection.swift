import MigrationModel

/// The services that a plan moves, and those that it leaves.
struct ServiceSelection {
    /// One service with all that planning needs to know of it.
    struct Member {
        var id: String
        var service: Service
        var cluster: ClusterConfiguration
        var keys: [KeyName]
        var consumptions: [Consumption]
        var setting: ServiceConfiguration?
        var wave: Int
        /// Why it is not moved; empty for one that is.
        var exemption: String
        /// The template that new Pods are made from; `nil` for custom resources.
        var workload: Workload?
        /// Of a custom resource, the templates that its controller made: what they have, its own object has to lose.
        var derived: [PodTemplate] = []
        /// Whether only revisions that it keeps have its keys: they are forgotten, and what runs stays as it is.
        var isRemembering = false

        var isMoved: Bool { exemption.isEmpty }
        var name: ObjectReference { service.name.object }
    }

    /// The services, wave by wave, in the order of their names within each.
    private(set) var members: [Member] = []

    init(_ input: PlanningInput, _ clusters: ClusterAssignment) {
        let kept = Set(
            input.report.keys.filter { KeyObstacle.obstacle(of: $0) != nil }
                .map { KeyName(kind: $0.identity.kind, id: $0.identity.id) })
        // What a service receives of keys that stay is none of the plan's business.
        let replaced = input.report.trace.consumptions.filter { !kept.contains($0.key) }
        let consumptions = Dictionary(grouping: replaced, by: \.service)
        let revisions = KeptRevisions(input.objects, consumptions)
        let workloads = Dictionary(
            input.objects.workloads.map {
                (WorkloadName(input: $0.input, object: $0.object.reference), $0)
            }, uniquingKeysWith: { first, _ in first })
        for service in input.report.trace.services {
            guard let received = consumptions[service.name], let cluster = clusters.cluster(of: service.name.input)
            else { continue }
            var member = Self.member(
                service, cluster, received, workloads[service.name], Self.derived(received, workloads), input)
            if member.isMoved, revisions.holdAll(of: service.name) {
                member.isRemembering = true
                member.exemption =
                    "only revisions that it keeps have the key; they are forgotten, and what runs stays as it is"
            }
            members.append(member)
        }
        members.sort { ($0.wave, $0.id) < ($1.wave, $1.id) }
    }

    private static func member(
        _ service: Service, _ cluster: ClusterConfiguration, _ received: [Consumption], _ workload: Workload?,
        _ derived: [PodTemplate], _ input: PlanningInput
    ) -> Member {
        let place = service.name.object.place
        let setting = input.configuration.setting(of: service.name.object)
        let waves = input.configuration.preferences.waves
        let wave = waves.firstIndex { $0.contains { Glob($0).matches(place) } } ?? waves.count
        var exemption = ""
        if let decision = setting?.exemption, decision.expires >= input.today {
            exemption = "\(decision.reason) (until \(decision.expires))"
        } else if received.allSatisfy({ $0.certainty == .possible }), workload == nil {
            exemption = "only a field of it looks like a reference: a person has to say what it does with the key"
        }
        return Member(
            id: "\(cluster.name)/\(place)", service: service, cluster: cluster,
            keys: Set(received.map(\.key)).sorted(), consumptions: received, setting: setting, wave: wave + 1,
            exemption: exemption, workload: workload, derived: workload == nil ? derived : [])
    }

    /// The templates in which a service gets keys, with no place at which a patch could reach them.
    private static func derived(
        _ received: [Consumption], _ workloads: [WorkloadName: Workload]
    ) -> [PodTemplate] {
        let holders = Set(received.map { WorkloadName(input: $0.service.input, object: $0.object) }).sorted()
        return holders.flatMap { workloads[$0]?.templates ?? [] }.map { template in
            var copy = template
            for index in copy.containers.indices { copy.containers[index].path = ValuePath() }
            return copy
        }
    }

    /// Leaves services out of the plan, each with a reason.
    mutating func leave(_ reasons: [String: String]) {
        for index in members.indices where !members[index].isRemembering {
            if let reason = reasons[members[index].id] { members[index].exemption = reason }
        }
    }

    /// The services as the plan lists them.
    func planned(_ choices: MechanismSelection) -> [PlannedService] {
        members.map { member in
            PlannedService(
                id: member.id, cluster: member.cluster.name, workload: member.name, wave: member.wave,
                keys: member.keys, delivery: member.delivery, choice: choices.choice(of: member.id),
                exemption: member.exemption)
        }
    }
}

extension ServiceSelection.Member {
    /// How its objects are changed: a direct patch of what somebody else keeps would be put back.
    var delivery: PlannedService.Delivery { service.managers.isEmpty ? .direct : .gitOps }
}

extension ObjectReference {
    /// The object as patterns name it: `production/Deployment/api`.
    var place: String { "\(namespace ?? "")/\(kind)/\(name)" }
}

extension ServiceSelection.Member {
    /// The account of its resources, where that is another than the cluster's; else empty.
    var targetAccount: String {
        guard let target = setting?.targetAccount, target != cluster.account else { return "" }
        return target
    }
}
