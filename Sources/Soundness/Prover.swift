public import MigrationModel

/// Proves that no order of steps, failures and undos of a plan leaves a service without credentials.
///
/// Every state that the plan can reach is visited, none is sampled: for each service the part of the plan that it depends on
/// (``Cone``), and of services that differ in nothing but names only one.
public struct Prover {
    private let plan: Plan
    private let graph: PlanGraph
    private let limit: Int

    /// Prepares a proof.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - world: what it is proven against.
    ///   - limit: how many states are visited at most for one container and SDK; beyond that nothing is claimed.
    public init(_ plan: Plan, in world: World, limit: Int = 100_000) {
        self.plan = plan
        self.limit = limit
        graph = PlanGraph(plan, world)
    }

    /// The proof, or what stands against it.
    public func prove() -> Proof {
        var proof = Proof(
            services: graph.world.workloads.count, steps: plan.steps.count, sharedKeys: sharedKeys())
        proof.violations = PlanProperties.violations(of: graph)
        proof.unexplored = unknownServices()
        var known: [Model: ModelProof] = [:]
        for workload in graph.world.workloads {
            var builder = ModelBuilder(graph, Cone(of: workload, in: graph))
            guard let model = builder.model() else {
                proof.unexplored.append(workload.service)
                continue
            }
            let found = known[model] ?? ModelProof(model, limit: limit)
            if known.updateValue(found, forKey: model) == nil {
                proof.states += found.states
                proof.kinds += 1
            }
            add(found, model, builder.names, to: &proof)
        }
        proof.violations.sort { ($0.events.count, $0.service) < ($1.events.count, $1.service) }
        let broken = Set(proof.violations.map(\.property))
        proof.holds = proof.unexplored.isEmpty ? SoundnessProperty.allCases.filter { !broken.contains($0) } : []
        return proof
    }

    private func add(_ found: ModelProof, _ model: Model, _ names: ModelNames, to proof: inout Proof) {
        guard let service = names.workload?.service else { return }
        if !found.isWhole { proof.unexplored.append(service) }
        for finding in found.findings {
            let report = ViolationReport(
                plan: plan, model: model, names: names, lens: finding.lens, kinds: found.kinds,
                credentials: found.credentials)
            let advice = Advice(
                plan: plan, model: model, names: names, lens: finding.lens, kinds: found.kinds, limit: limit
            ).sentence(against: finding.breach, after: finding.result.way)
            proof.violations.append(report.violation(finding.result, finding.breach, advice: advice))
        }
        guard found.findings.isEmpty else { return }
        for (container, families) in found.stops.sorted(by: { $0.key < $1.key }) {
            proof.stops.append(
                CanaryStop(service: service, container: names.container(container), families: families.sorted()))
        }
    }

    /// Services whose key is retired, and of which the world does not tell what their containers find.
    private func unknownServices() -> [String] {
        let told = graph.world.workloads.filter { $0.templates.first?.containers.isEmpty == false }
        let users = plan.keys.filter { $0.fate == .retire }.flatMap(\.services)
        return Set(users).subtracting(told.map(\.service)).sorted()
    }

    private func sharedKeys() -> Int {
        var users: [KeyName: Set<String>] = [:]
        for workload in graph.world.workloads {
            for key in workload.templates.flatMap(\.containers).flatMap(\.keys) {
                users[key, default: []].insert(workload.service)
            }
        }
        return users.values.count { $0.count > 1 }
    }
}
