import MigrationModel

/// AKS Workload Identity: a federated credential of a managed identity, and a label on the Pod.
///
/// See [Workload identity overview](https://learn.microsoft.com/azure/aks/workload-identity-overview).
enum AKSAssessor: MechanismAssessor {
    static let mechanism = Mechanism.aksWorkloadIdentity

    /// How many federated credentials a managed identity may have.
    private static let credentialLimit = 20

    static func assess(_ facts: MechanismFacts) -> MechanismAssessment {
        var ledger = ReasonLedger(mechanism)
        ledger.forbid(
            "the issuer of the cluster is not known", if: facts.cluster.issuer.isEmpty && facts.cluster.platform != .aks
        )
        ledger.forbid("the tenant is not known", if: facts.cluster.tenant.isEmpty)
        ledger.forbid(
            "another AWS account is meant for it, and its keys are Azure's", if: !facts.targetAccount.isEmpty)
        ledger.forbid(
            "\(facts.cluster.clustersPerRole) clusters per identity are more than the \(credentialLimit) that one may trust: "
                + "give some of them an identity of their own",
            if: facts.cluster.clustersPerRole > credentialLimit)
        ledger.favour("the label on the Pod switches it, one workload at a time", by: 10)
        ledger.favour(
            "\(facts.inUse[mechanism] ?? 0) ServiceAccounts of the cluster use it", by: 10,
            if: facts.inUse[mechanism, default: 0] > 0)
        ledger.oppose("AZURE_CLIENT_SECRET comes before it and must leave with the same rollout", by: 5)
        return ledger.assessment
    }
}
