import MigrationModel

/// IAM roles for service accounts: the cluster's OIDC issuer, and a role that trusts exactly one subject.
///
/// See [IAM roles for service accounts](https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts.html).
enum IRSAAssessor: MechanismAssessor {
    static let mechanism = Mechanism.irsa

    /// How many clusters fit into a trust policy of the default size, 2,048 characters.
    private static let trustLimit = 4
    /// The OIDC providers that an account may have without an increase.
    private static let providerLimit = 100

    static func assess(_ facts: MechanismFacts) -> MechanismAssessment {
        var ledger = ReasonLedger(mechanism)
        ledger.forbid("the issuer of the cluster is not known", if: facts.cluster.issuer.isEmpty)
        ledger.forbid(
            "the AWS account of the cluster is not known, nor another one for its role",
            if: facts.cluster.account.isEmpty && facts.targetAccount.isEmpty)
        ledger.forbid(
            "\(facts.cluster.clustersPerRole) clusters per role do not fit into a trust policy of 2,048 characters: ask for "
                + "an increase to 8,192, or give each cluster a role of its own",
            if: facts.cluster.clustersPerRole > trustLimit)
        ledger.forbid(
            "account \(facts.cluster.account) would trust the issuers of \(facts.clustersOfAccount) clusters, and may trust "
                + "\(providerLimit): ask for an increase to 700, or use Pod Identity",
            if: facts.clustersOfAccount > providerLimit)
        ledger.favour("it works on Fargate, Windows and outside EKS", by: 10)
        ledger.favour(
            "\(facts.inUse[mechanism] ?? 0) ServiceAccounts of the cluster use it", by: 10,
            if: facts.inUse[mechanism, default: 0] > 0)
        ledger.favour("its ServiceAccount has it already", by: 30, if: facts.own.contains(mechanism))
        ledger.oppose(
            "most SDKs take it before a mounted credentials file, so the annotation alone may be the switch", by: 5)
        ledger.oppose(
            "each further cluster makes the trust policy longer", by: 5, if: facts.cluster.clustersPerRole > 1)
        weighAccounts(facts, &ledger)
        return ledger.assessment
    }

    /// See [cross-account access](https://docs.aws.amazon.com/eks/latest/userguide/cross-account-access.html).
    private static func weighAccounts(_ facts: MechanismFacts, _ ledger: inout ReasonLedger) {
        guard !facts.targetAccount.isEmpty else { return }
        guard facts.accountAccess == .roleChaining else {
            return ledger.favour(
                "its role is made in \(facts.targetAccount), which trusts the cluster: one role, and sessions of full length",
                by: 25)
        }
        ledger.forbid(
            "role chaining begins with a role in the cluster's account, which is not known",
            if: facts.cluster.account.isEmpty)
        ledger.oppose(
            "the application has to take the role in \(facts.targetAccount) itself, and sessions of a second role end after "
                + "1 hour", by: 20)
    }
}
