import MigrationModel

extension FederatedIdentity {
    /// The mechanism and what it gives: `IRSA arn:aws:iam::123456789012:role/shop`.
    var words: String { principal.isEmpty ? "\(mechanism.words), granted directly" : "\(mechanism.words) \(principal)" }
}

extension FederatedIdentity.Evidence {
    /// What says so, within a sentence.
    var words: String {
        switch self {
        case .annotation: "by annotation"
        case .association: "by association"
        case .injectedPods: "seen in running Pods"
        }
    }
}
