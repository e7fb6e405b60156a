import MigrationModel

/// GKE Workload Identity Federation: the metadata server of the node answers for the workload.
///
/// See [Workload Identity Federation for GKE](https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity).
enum GKEAssessor: MechanismAssessor {
    static let mechanism = Mechanism.gkeWorkloadIdentity

    static func assess(_ facts: MechanismFacts) -> MechanismAssessment {
        var ledger = ReasonLedger(mechanism)
        ledger.forbid("the cluster is not GKE", if: facts.cluster.platform != .gke)
        ledger.forbid("the project of the cluster is not known", if: facts.cluster.project.isEmpty)
        ledger.forbid(
            "it has the node's network, and with it the node's identity", if: facts.template?.usesHostNetwork ?? false)
        ledger.forbid(
            "another AWS account is meant for it, and its keys are Google's", if: !facts.targetAccount.isEmpty)
        ledger.favour("the key file comes before it, so it is inert until the file leaves", by: 10)
        ledger.favour(
            "\(facts.inUse[mechanism] ?? 0) ServiceAccounts of the cluster use it", by: 10,
            if: facts.inUse[mechanism, default: 0] > 0)
        let isDirect = grantsDirectly(facts.cluster, facts.inUse)
        ledger.favour(
            "the project number is known, so the ServiceAccount is granted roles itself, without a service account between",
            by: 5, if: isDirect)
        ledger.oppose(
            "without a Google service account there is nobody to sign URLs with: say so before the shift if it does",
            by: 2,
            if: isDirect)
        ledger.oppose(
            "every cluster of the project that has the same namespace and ServiceAccount is the same identity", by: 2)
        return ledger.assessment
    }

    /// Whether ServiceAccounts are granted roles by their own names rather than through a Google service account.
    ///
    /// It is the way that [Google recommends](https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity); a
    /// cluster in which ServiceAccounts already act as service accounts keeps to its habit.
    static func grantsDirectly(_ cluster: ClusterConfiguration, _ inUse: [Mechanism: Int]) -> Bool {
        !cluster.projectNumber.isEmpty && inUse[mechanism, default: 0] == 0
    }
}
