public import MigrationModel

/// Finds out what inputs show of the configuration, so that a person is asked for nothing else.
public enum ConfigurationGuess {
    /// The guess: one entry for each cluster that the inputs show.
    ///
    /// Inputs are parts of one cluster unless objects of the same name have other unique ids in them. What does not have the
    /// form that the configuration asks for counts as not known: whoever may label a Node chooses what its labels say.
    ///
    /// - Parameters:
    ///   - objects: what the inputs have.
    ///   - report: the scan of the same inputs, with its trace.
    /// - Returns: clusters in the order of their first inputs, and the services that receive keys.
    public static func guess(from objects: ClusterObjects, report: ScanReport) -> GuessedConfiguration {
        let sides = InputClusters(objects)
        let all = ClusterEvidence.all(objects, report, sides)
        var clusters: [GuessedCluster] = []
        var accounts: [Int: String] = [:]
        for evidence in all {
            var guess = GuessedCluster(
                cluster: ClusterConfiguration(
                    name: "", inputs: all.count == 1 ? ["*"] : evidence.inputs, platform: .selfManaged),
                isPlatformKnown: false)
            PlatformGuess.fill(&guess, from: evidence)
            PlaceGuess.fill(&guess, from: evidence)
            AWSGuess.fill(&guess, from: evidence)
            GoogleGuess.fill(&guess, from: evidence)
            AzureGuess.fill(&guess, from: evidence)
            accounts[evidence.number] = guess.cluster.account
            clusters.append(guess)
        }
        return GuessedConfiguration(
            clusters: clusters, services: ServiceGuess.services(in: report) { accounts[sides.cluster(of: $0)] ?? "" })
    }
}

extension GuessedCluster {
    /// Takes a value that has the form of its field, and notes where it comes from.
    mutating func learn(
        _ field: Field, _ path: WritableKeyPath<ClusterConfiguration, String>, _ value: String?, _ form: IdentifierForm,
        from source: String
    ) {
        guard let value, cluster[keyPath: path].isEmpty, form.admits(value) else { return }
        cluster[keyPath: path] = value
        reasons[field] = source
    }
}
