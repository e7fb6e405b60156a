import MigrationModel

/// What the inputs show of an AWS account and an EKS cluster.
enum AWSGuess {
    private static let profileLabel = "eks.amazonaws.com/fargate-profile"

    static func fill(_ guess: inout GuessedCluster, from evidence: ClusterEvidence) {
        guess.learn(
            .name, \.name, evidence.values(of: "alpha.eksctl.io/cluster-name").onlyOne, .clusterName,
            from: "label alpha.eksctl.io/cluster-name of Nodes")
        account(&guess, evidence)
        guard guess.cluster.platform == .eks || !guess.isPlatformKnown else { return }
        fargate(&guess, evidence)
        if !evidence.hasDaemonSets, !evidence.installations.contains(.eksPodIdentityAgent) {
            guess.reasons[.podIdentityAgent] = "the inputs have no DaemonSets"
        }
        let federated = evidence.roles.count
        if federated > 0 {
            guess.reasons[.hasIssuerProvider] =
                "it probably is, since \(federated) ServiceAccount\(federated == 1 ? " has a role" : "s have roles")"
        }
    }

    private static func account(_ guess: inout GuessedCluster, _ evidence: ClusterEvidence) {
        let contexts = evidence.inputs.compactMap(ClusterContext.init).filter { $0.platform == .eks }
        guess.learn(.account, \.account, contexts.map(\.home).onlyOne, .account, from: "name of the context")
        let owners = Set(evidence.roles.compactMap(account(ofRole:)))
        guess.learn(.account, \.account, owners.onlyOne, .account, from: "roles of ServiceAccounts")
        let candidates = owners.isEmpty ? evidence.keyAccounts : owners
        if owners.isEmpty {
            guess.learn(.account, \.account, candidates.onlyOne, .account, from: "ids of the keys, which all agree")
        }
        if guess.cluster.account.isEmpty, candidates.count > 1 {
            let what = owners.isEmpty ? "keys are" : "roles of ServiceAccounts are"
            guess.reasons[.account] = "\(what) of \(candidates.sorted().prefix(5).joined(separator: ", "))"
        }
    }

    /// The account in `arn:aws:iam::123456789012:role/name`, where it has the form of one.
    private static func account(ofRole arn: String) -> String? {
        let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count >= 6, parts[0] == "arn", parts[2] == "iam" else { return nil }
        let account = String(parts[4])
        return IdentifierForm.account.admits(account) ? account : nil
    }

    /// Namespaces with Pods on Fargate: a profile that no Pod uses yet does not show.
    private static func fargate(_ guess: inout GuessedCluster, _ evidence: ClusterEvidence) {
        let nodes = Set(
            evidence.nodes.filter { $0.labels["eks.amazonaws.com/compute-type"] == "fargate" }.map(\.name))
        let namespaces = evidence.pods.filter { pod in
            pod.templates.contains { nodes.contains($0.node) || $0.labels[profileLabel] != nil }
        }
        .compactMap(\.object.reference.namespace).filter(IdentifierForm.clusterName.admits)
        guess.cluster.fargateNamespaces = Set(namespaces).sorted()
        if !namespaces.isEmpty { guess.reasons[.fargateNamespaces] = "Pods that run on Fargate" }
    }
}
