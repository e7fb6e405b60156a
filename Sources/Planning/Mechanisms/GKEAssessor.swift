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
        ledger.favour("the key file comes before it, so it is inert until the file leaves", by: 10)
        ledger.favour(
            "\(facts.inUse[mechanism] ?? 0) ServiceAccounts of the cluster use it", by: 10,
            if: facts.inUse[mechanism, default: 0] > 0)
        return ledger.assessment
    }
}
