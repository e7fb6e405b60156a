public import MigrationModel

/// Proves that no order of steps, failures and undos of a plan leaves a service without credentials.
///
/// Every state that the plan can reach is visited, none is sampled: for each service the part of the plan that it depends on
/// (``Cone``), and of services that differ in nothing but names only one. The parts are divided among threads; what is told does
/// not depend on how.
public struct Prover: Sendable {
    private let plan: Plan
    private let graph: PlanGraph
    private let limit: Int
    private let workers: Int
    private let happenings: Happenings

    /// For how many kinds of services the order is sought that would prevent what was found: each is a search of its own for
    /// each step, and mostly they have the same mistake.
    private static let advised = 16

    /// Prepares a proof.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - world: what it is proven against.
    ///   - limit: how many states are visited at most for one container and SDK; beyond that nothing is claimed. A state takes
    ///     about a kilobyte, so that the default bounds what a thread holds at 100 megabytes, however entangled a plan is.
    ///   - workers: how many threads to run, usually one per processor.
    public init(_ plan: Plan, in world: World, limit: Int = 100_000, workers: Int = 1) {
        self.init(plan, in: world, limit: limit, workers: workers, reversals: [:])
    }

    /// Prepares a proof in which undos are other ones than the actions say, or in which not everything happens.
    init(
        _ plan: Plan, in world: World, limit: Int = 100_000, workers: Int = 1, reversals: [String: [WorldChange]?],
        happenings: Happenings = .all
    ) {
        self.plan = plan
        self.limit = limit
        self.workers = workers
        self.happenings = happenings
        graph = PlanGraph(plan, world, reversals: reversals)
    }

    /// The proof, or what stands against it.
    public func prove() -> Proof {
        var known: [Model: ModelProof] = [:]
        return prove(&known)
    }

    /// The proof; models that are known already are not explored again, and the others are known afterwards.
    func prove(_ known: inout [Model: ModelProof]) -> Proof {
        var proof = Proof(
            services: graph.world.workloads.count, steps: plan.steps.count, sharedKeys: sharedKeys())
        proof.violations = PlanProperties.violations(of: graph)
        proof.unexplored = unknownServices()
        let models = ModelShare.run(graph.world.workloads.count, workers: workers) { index in
            var builder = ModelBuilder(graph, Cone(of: graph.world.workloads[index], in: graph))
            return builder.model()
        }
        explore(models, &known)
        var seen: Set<Model> = []
        for (workload, model) in zip(graph.world.workloads, models) {
            guard let model, let found = known[model] else {
                proof.unexplored.append(workload.service)
                continue
            }
            if seen.insert(model).inserted {
                proof.states += found.states
                proof.kinds += 1
            }
            add(found, model, workload, to: &proof)
        }
        proof.violations.sort { ($0.events.count, $0.service) < ($1.events.count, $1.service) }
        let broken = Set(proof.violations.map(\.property))
        proof.holds = proof.unexplored.isEmpty ? SoundnessProperty.allCases.filter { !broken.contains($0) } : []
        return proof
    }

    /// Explores each model that is not known.
    private func explore(_ models: [Model?], _ known: inout [Model: ModelProof]) {
        var places: [Model: Int] = [:]
        var open: [Model] = []
        for case let model? in models where known[model] == nil && places[model] == nil {
            places[model] = open.count
            open.append(model)
        }
        let distinct = open
        let (limit, happenings) = (limit, happenings)
        let found = ModelShare.run(distinct.count, workers: workers) {
            ModelProof(distinct[$0], limit: limit, happenings: happenings)
        }
        for (model, proof) in zip(distinct, found) { known[model] = proof }
        // One after the other, until there are enough.
        var advised = 0
        for model in distinct where known[model]?.findings.isEmpty == false && advised < Self.advised {
            known[model]?.findAdvice(model, limit: limit)
            advised += 1
        }
    }

    private func add(_ found: ModelProof, _ model: Model, _ workload: WorldWorkload, to proof: inout Proof) {
        let service = workload.service
        if !found.isWhole { proof.unexplored.append(service) }
        guard !found.findings.isEmpty || !found.stops.isEmpty else { return }
        // Names are wanted of few, and are those of the same way through the plan.
        var builder = ModelBuilder(graph, Cone(of: workload, in: graph))
        guard builder.model() != nil else { return }
        let names = builder.names
        for finding in found.findings {
            let report = ViolationReport(plan: plan, model: model, names: names, lens: finding.lens, kinds: found.kinds)
            proof.violations.append(report.violation(finding))
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
