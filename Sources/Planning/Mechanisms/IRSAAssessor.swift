import MigrationModel

/// IAM roles for service accounts: the cluster's OIDC issuer, and a role that trusts exactly one subject.
///
/// See [IAM roles for service accounts](https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html).
enum IRSAAssessor: MechanismAssessor {
    static let mechanism = Mechanism.irsa

    /// How many clusters fit into a trust policy of the default size, 2,048 characters.
    private static let trustLimit = 4

    static func assess(_ facts: MechanismFacts) -> MechanismAssessment {
        var ledger = ReasonLedger(mechanism)
        ledger.forbid("the issuer of the cluster is not known", if: facts.cluster.issuer.isEmpty)
        ledger.forbid(
            "\(facts.cluster.clustersPerRole) clusters per role do not fit into a trust policy of 2,048 characters",
            if: facts.cluster.clustersPerRole > trustLimit)
        ledger.favour("it works on Fargate, Windows and outside EKS", by: 10)
        ledger.favour(
            "\(facts.inUse[mechanism] ?? 0) ServiceAccounts of the cluster use it", by: 10,
            if: facts.inUse[mechanism, default: 0] > 0)
        ledger.favour("its ServiceAccount has it already", by: 30, if: facts.own.contains(mechanism))
        ledger.oppose(
            "most SDKs take it before a mounted credentials file, so the annotation alone may be the switch", by: 5)
        ledger.oppose(
            "each further cluster makes the trust policy longer", by: 5, if: facts.cluster.clustersPerRole > 1)
        return ledger.assessment
    }
}
