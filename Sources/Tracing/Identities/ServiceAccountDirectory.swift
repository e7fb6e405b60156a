import MigrationModel

/// Finds ServiceAccounts by name.
struct ServiceAccountDirectory {
    private var accounts: [Name: ServiceAccountFacts] = [:]

    private struct Name: Hashable {
        var cluster: Int
        var namespace: String?
        var name: String
    }

    init(_ accounts: [ServiceAccountFacts], clusters: InputClusters) {
        for account in accounts {
            let reference = account.object.reference
            let name = Name(
                cluster: clusters.cluster(of: account.input), namespace: reference.namespace, name: reference.name)
            if self.accounts[name] == nil { self.accounts[name] = account }
        }
    }

    /// One ServiceAccount; `nil` when the input does not have it.
    func account(_ name: String, in namespace: String?, cluster: Int) -> ServiceAccountFacts? {
        accounts[Name(cluster: cluster, namespace: namespace, name: name)]
    }
}
