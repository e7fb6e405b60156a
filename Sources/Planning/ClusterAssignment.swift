import MigrationModel

/// Which cluster of the configuration each input belongs to.
struct ClusterAssignment {
    private var clusters: [String: ClusterConfiguration] = [:]
    private(set) var planned: [PlannedCluster] = []
    private(set) var problems: [PlanningProblem] = []

    init(_ configuration: Configuration, inputs: [String], context: String) {
        for input in inputs {
            guard let cluster = configuration.clusters.first(where: { $0.claims(input) }) else {
                problems.append(
                    PlanningProblem(
                        .unassignedInput, subject: input, message: "No cluster of the configuration claims \(input).",
                        advice: "Add it to `inputs` of its cluster."))
                continue
            }
            clusters[input] = cluster
            planned.append(PlannedCluster(cluster, input: input, context: context))
        }
    }

    /// The cluster of an input.
    func cluster(of input: String) -> ClusterConfiguration? { clusters[input] }
}

extension ClusterConfiguration {
    /// Whether an input belongs to it.
    fileprivate func claims(_ input: String) -> Bool {
        inputs.isEmpty || inputs.contains { Glob($0).matches(input) }
    }
}
