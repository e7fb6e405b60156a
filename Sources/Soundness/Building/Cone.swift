import MigrationModel

/// What one service depends on: the steps and things of a plan that can change what its containers find, and nothing else.
///
/// **Why the proof of all cones is a proof of the plan.** Whether a property holds for a service depends on the things that it
/// reads: its templates, their ServiceAccounts, what is bound to these, the identities and issuers behind, the carriers and keys
/// in its templates. A cone has every step that changes one of these. Each run of the whole plan, with all other steps left
/// out, is a run of the cone: a step of the cone is hindered by nothing that would not hinder it in the plan, since of `after`
/// only what follows through the steps left out is kept (see ``PlanGraph/ancestors(of:in:limit:)``). So a state that the plan can
/// reach looks to the service like one that its cone can reach. The cone can do more (steps of others, left out, count as done or
/// undone as it suits); so the converse is not given, and a test compares both with a search of the whole plan. That a plan gets
/// stuck shows in the cone of the service whose steps get stuck, not in those of the services that wait for it; that services wait
/// for each other in a circle shows in no cone, and is looked for in the plan as a whole (``SoundOrder``).
struct Cone {
    /// The services; the first is the one that is looked at.
    var workloads: [WorldWorkload]
    /// The steps, by their places in the plan.
    var steps: [Int]

    /// The cone of a service.
    init(of workload: WorldWorkload, in graph: PlanGraph) {
        workloads = [workload]
        let reads = Reads(of: workload, in: graph)
        steps = Set(reads.entities.flatMap { graph.writers[$0] ?? [] }).sorted()
    }

    /// The whole plan, with one service to look at: for the search without any reduction.
    init(ofAll graph: PlanGraph, lookingAt workload: WorldWorkload) {
        workloads = [workload] + graph.world.workloads.filter { $0 != workload }
        steps = Array(graph.plan.steps.indices)
    }
}

/// The things that a service depends on.
struct Reads {
    private(set) var entities: Set<Entity> = []

    init(of workload: WorldWorkload, in graph: PlanGraph) {
        let own = Entity.WorkloadID(cluster: workload.cluster, object: workload.object)
        entities.insert(.workload(own))
        var templates = workload.templates
        for step in graph.writers[.workload(own)] ?? [] {
            for edit in graph.plan.steps[step].action.behaviour.changes.compactMap(\.templateEdit) {
                if let current = workload.templates.first { templates.append(current.applying(edit)) }
            }
        }
        for template in templates { add(template, of: workload, graph) }
    }

    private mutating func add(_ template: WorldTemplate, of workload: WorldWorkload, _ graph: PlanGraph) {
        let namespace = workload.object.namespace ?? ""
        let account = Entity.Account(cluster: workload.cluster, namespace: namespace, name: template.serviceAccount)
        entities.insert(.account(account))
        for id in graph.bound[account] ?? [] {
            entities.insert(.identity(id))
            if let identity = graph.identities[id] {
                entities.insert(.issuer(cluster: identity.cluster, account: identity.account))
            }
        }
        for container in template.containers {
            for source in container.sources {
                entities.insert(
                    .carrier(
                        Entity.Carrier(
                            cluster: workload.cluster, kind: source.kind, namespace: namespace, name: source.object)))
            }
            for key in container.keys { entities.insert(.key(key)) }
        }
    }
}

extension WorldContainer {
    /// The entries that it refers to.
    var sources: [WorldSource] {
        variables.compactMap(\.source) + files.compactMap(\.source) + uses.compactMap(\.source)
    }
    /// The keys that it gets.
    var keys: [KeyName] { variables.flatMap(\.keys) + files.flatMap(\.keys) + uses.flatMap(\.keys) }
}

extension WorldChange {
    /// The edit of a template that it makes or takes back.
    var templateEdit: TemplateEdit? {
        switch self {
        case .edit(_, let edit), .revert(_, let edit), .startCanary(_, let edit): edit
        default: nil
        }
    }
}
