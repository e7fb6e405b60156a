import MigrationModel

/// The annotations by which a ServiceAccount says which identity it has.
enum IdentityAnnotations {
    /// Every annotation that is known, with its mechanism.
    ///
    /// See [EKS](https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html),
    /// [GKE](https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity) and
    /// [AKS](https://learn.microsoft.com/azure/aks/workload-identity-overview#service-account-labels-and-annotations).
    static let all: [(annotation: String, mechanism: Mechanism)] = [
        ("eks.amazonaws.com/role-arn", .irsa),
        ("iam.gke.io/gcp-service-account", .gkeWorkloadIdentity),
        ("azure.workload.identity/client-id", .aksWorkloadIdentity),
    ]

    /// The identities that an object's annotations give it; empty values give none.
    static func identities(of object: ObjectDescription) -> [FederatedIdentity] {
        all.compactMap { annotation, mechanism in
            guard let principal = object.annotations[annotation], !principal.isEmpty else { return nil }
            return FederatedIdentity(mechanism: mechanism, principal: principal, evidence: .annotation)
        }
    }
}
