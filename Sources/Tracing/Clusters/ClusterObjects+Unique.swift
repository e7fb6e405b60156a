import MigrationModel

extension ClusterObjects {
    /// The same without objects that stand in several inputs of one cluster, as when two dumps of it overlap.
    ///
    /// Only a unique id tells that two are one; manifests without any are all kept.
    func unique(in clusters: InputClusters) -> ClusterObjects {
        guard isOfSeveralInputs else { return self }
        var copy = self
        var seen: Set<String> = []
        copy.workloads = workloads.filter { $0.object.uid.isEmpty || seen.insert($0.object.uid).inserted }
        copy.serviceAccounts = serviceAccounts.filter { $0.object.uid.isEmpty || seen.insert($0.object.uid).inserted }
        var names: Set<Name> = []
        copy.legacyTokens = legacyTokens.filter { token in
            names.insert(Name(cluster: clusters.cluster(of: token.input), object: token.object)).inserted
        }
        copy.disruptionBudgets = disruptionBudgets.filter { budget in
            names.insert(Name(cluster: clusters.cluster(of: budget.input), object: budget.object)).inserted
        }
        return copy
    }

    private struct Name: Hashable {
        var cluster: Int
        var object: ObjectReference
    }
}
