import MigrationModel

/// Finds the PodDisruptionBudgets that select a Pod.
struct DisruptionBudgets {
    private var byLabel: [Label: [DisruptionBudget]] = [:]
    private var unlabelled: [Namespace: [DisruptionBudget]] = [:]

    private struct Namespace: Hashable {
        var cluster: Int
        var name: String?
    }

    private struct Label: Hashable {
        var namespace: Namespace
        var name: String
        var value: String
    }

    /// Budgets by one of their labels, so that a Pod meets only those that share one with it.
    init(_ budgets: [DisruptionBudget], clusters: InputClusters) {
        for budget in budgets {
            let namespace = Namespace(cluster: clusters.cluster(of: budget.input), name: budget.object.namespace)
            guard let first = budget.selector.min(by: { $0.key < $1.key }) else {
                // An empty selector of policy/v1 selects every Pod of the namespace.
                unlabelled[namespace, default: []].append(budget)
                continue
            }
            byLabel[Label(namespace: namespace, name: first.key, value: first.value), default: []].append(budget)
        }
    }

    /// The budgets for a Pod with these labels, ordered by name; expressions that labels alone cannot answer are taken to hold.
    func selecting(_ labels: [String: String], in namespace: String?, cluster: Int) -> [DisruptionBudget] {
        let place = Namespace(cluster: cluster, name: namespace)
        let candidates = labels.flatMap { byLabel[Label(namespace: place, name: $0.key, value: $0.value)] ?? [] }
        let matching = candidates.filter { $0.selector.allSatisfy { labels[$0.key] == $0.value } }
        return (matching + (unlabelled[place] ?? [])).sorted { $0.object < $1.object }
    }
}
