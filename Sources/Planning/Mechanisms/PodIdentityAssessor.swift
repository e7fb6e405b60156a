import MigrationModel

/// EKS Pod Identity: an agent on Linux nodes, and an association that the cloud keeps.
///
/// See [EKS Pod Identity considerations](https://docs.aws.amazon.com/eks/latest/userguide/pod-identities.html).
enum PodIdentityAssessor: MechanismAssessor {
    static let mechanism = Mechanism.eksPodIdentity

    /// The associations that a cluster may have; it cannot be raised.
    private static let associationLimit = 5000

    static func assess(_ facts: MechanismFacts) -> MechanismAssessment {
        var ledger = ReasonLedger(mechanism)
        ledger.forbid("the cluster is not EKS", if: facts.cluster.platform != .eks)
        ledger.forbid("its namespace runs on Fargate, which has no agent", if: facts.runsOnFargate)
        ledger.forbid("it runs on Windows nodes, which have no agent", if: facts.runsOnWindows)
        let isMissing = !facts.installations.contains(.eksPodIdentityAgent)
        let isKnown = facts.cluster.hasPodIdentityAgent.map { !$0 } ?? (isMissing && facts.hasDaemonSets)
        ledger.forbid("the agent eks-pod-identity-agent is not installed", if: isKnown)
        ledger.forbid("Soto does not know it", if: facts.families.contains("soto"))
        ledger.forbid(
            "the cluster is at its limit of \(associationLimit) associations: use IRSA",
            if: facts.services >= associationLimit - facts.inUse[mechanism, default: 0])
        ledger.favour(
            "keys in variables and files come before it, so the association is inert until they leave", by: 20)
        ledger.favour("one trust policy serves every cluster", by: 5 * facts.cluster.clustersPerRole)
        ledger.favour(
            "\(facts.inUse[mechanism] ?? 0) ServiceAccounts of the cluster use it", by: 10,
            if: facts.inUse[mechanism, default: 0] > 0)
        ledger.oppose(
            "the input does not show that its agent is installed", by: 5,
            if: isMissing && facts.cluster.hasPodIdentityAgent == nil)
        ledger.oppose(
            "an association moves every new Pod of a ServiceAccount that has IRSA", by: 30,
            if: facts.own.contains(.irsa))
        ledger.oppose(
            "its ServiceAccount has an association, and can have only one: it gets a ServiceAccount of its own", by: 5,
            if: facts.own.contains(mechanism))
        weighAccounts(facts, &ledger)
        return ledger.assessment
    }

    /// See [target roles](https://docs.aws.amazon.com/eks/latest/userguide/pod-id-assign-target-role.html).
    private static func weighAccounts(_ facts: MechanismFacts, _ ledger: inout ReasonLedger) {
        guard !facts.targetAccount.isEmpty else { return }
        ledger.forbid(
            "the role of an association must be in the cluster's account: a role in \(facts.targetAccount) that trusts the "
                + "cluster directly needs IRSA", if: facts.accountAccess == .direct)
        ledger.favour(
            "EKS takes the role in \(facts.targetAccount) for the Pod: the application changes nothing", by: 15)
        ledger.oppose(
            "sessions of a second role end after 1 hour, and both roles must let tags through", by: 5)
    }
}
