import MigrationModel

extension Scene {
    /// The cluster of a name in the plan.
    func planned(_ name: String) -> PlannedCluster? { plan.clusters.first { $0.name == name } }

    /// Asks AWS in an account, with the profile of a cluster or else of the first cluster of that account.
    ///
    /// - Parameters:
    ///   - account: the account that the credentials have to be of; empty for any.
    ///   - cluster: the cluster.
    /// - Returns: who asks.
    /// - Throws: `notObservable` where only a dump is looked at, and what asking for the account throws.
    func aws(account: String, cluster: String = "") async throws(AccessProblem) -> AWSReading {
        let home = planned(cluster)
        let found =
            home.map { account.isEmpty || $0.account == account } == true
            ? home : plan.clusters.first { !account.isEmpty && $0.account == account }
        guard let reading = AWSReading(self, profile: found?.profile ?? "", region: found?.region ?? "") else {
            throw Self.notObservable
        }
        if !account.isEmpty { try await reading.expect(account) }
        return reading
    }

    /// Asks Google Cloud, as the cluster is asked about.
    func google(cluster: String = "") throws(AccessProblem) -> GoogleReading {
        let found = planned(cluster) ?? plan.clusters.first { !$0.project.isEmpty }
        guard let reading = GoogleReading(self, profile: found?.profile ?? "") else { throw Self.notObservable }
        return reading
    }

    /// Asks Azure.
    func azure() throws(AccessProblem) -> AzureReading {
        guard let reading = AzureReading(self) else { throw Self.notObservable }
        return reading
    }

    /// Reads a cluster.
    func reading(_ cluster: String) throws(AccessProblem) -> any ClusterReading {
        guard let reading = self.cluster(cluster) else {
            throw AccessProblem(
                .notObservable, "The cluster \(cluster) cannot be looked at from here",
                advice: "Give a dump of it with --observe, or look from where kubectl reaches it.")
        }
        return reading
    }

    /// Something that only a person knows of a key, given as `user-KEYID` or the like; `nil` where it was not given.
    func given(_ name: String, for key: KeyName) -> String? {
        givens["\(name)-\(key.id)"].flatMap { $0.isEmpty ? nil : $0 }
    }

    private static let notObservable = AccessProblem(
        .notObservable, "What a cloud has is not in a dump", advice: "Look from where the cloud can be asked.")
}
