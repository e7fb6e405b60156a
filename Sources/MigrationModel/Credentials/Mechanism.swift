/// A way in which a workload gets short-lived credentials for its ServiceAccount.
public enum Mechanism: String, Hashable, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
    /// IAM roles for service accounts on EKS and other clusters with an OIDC issuer.
    case irsa
    /// EKS Pod Identity.
    case eksPodIdentity = "eks-pod-identity"
    /// GKE Workload Identity Federation.
    case gkeWorkloadIdentity = "gke-workload-identity"
    /// AKS Workload Identity.
    case aksWorkloadIdentity = "aks-workload-identity"

    /// The cloud whose credentials it gives.
    public var provider: Provider {
        switch self {
        case .irsa, .eksPodIdentity: .aws
        case .gkeWorkloadIdentity: .google
        case .aksWorkloadIdentity: .azure
        }
    }
}

extension Mechanism {
    /// The mechanism in the words of its vendor.
    public var words: String {
        switch self {
        case .irsa: "IRSA"
        case .eksPodIdentity: "EKS Pod Identity"
        case .gkeWorkloadIdentity: "GKE Workload Identity"
        case .aksWorkloadIdentity: "AKS Workload Identity"
        }
    }
}
