import MigrationModel

extension Mechanism {
    /// The mechanism as its vendor calls it.
    var words: String {
        switch self {
        case .irsa: "IAM roles for service accounts (IRSA)"
        case .eksPodIdentity: "EKS Pod Identity"
        case .gkeWorkloadIdentity: "GKE Workload Identity Federation"
        case .aksWorkloadIdentity: "AKS Workload Identity"
        }
    }
}
