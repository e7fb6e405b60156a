import MigrationModel

/// Finds ServiceAccounts by name.
struct ServiceAccountDirectory: Sendable {
    private let accounts: [ServiceAccountFacts]
    private var positions: [Name: Int] = [:]
    /// Whether any of them hands Secrets to its Pods; since Kubernetes 1.24 most clusters have few that do.
    private var handsSecrets = false

    private struct Name: Hashable {
        var cluster: Int
        var namespace: String?
        var name: String
    }

    init(_ accounts: [ServiceAccountFacts], clusters: InputClusters) {
        self.accounts = accounts
        for index in accounts.indices {
            let reference = accounts[index].object.reference
            let name = Name(
                cluster: clusters.cluster(of: accounts[index].input), namespace: reference.namespace,
                name: reference.name)
            if positions[name] == nil { positions[name] = index }
            if !accounts[index].secrets.isEmpty || !accounts[index].pullSecrets.isEmpty { handsSecrets = true }
        }
    }

    /// One ServiceAccount; `nil` when the input does not have it.
    func account(_ name: String, in namespace: String?, cluster: Int) -> ServiceAccountFacts? {
        positions[Name(cluster: cluster, namespace: namespace, name: name)].map { accounts[$0] }
    }

    /// Whether a ServiceAccount hands Secrets of one of these names to its Pods.
    func mentions(_ secrets: Set<String>, by name: String, in namespace: String?, cluster: Int) -> Bool {
        guard handsSecrets, let index = positions[Name(cluster: cluster, namespace: namespace, name: name)] else {
            return false
        }
        return accounts[index].secrets.contains(where: secrets.contains)
            || accounts[index].pullSecrets.contains(where: secrets.contains)
    }
}
