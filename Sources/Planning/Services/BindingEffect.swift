import CredentialChains
import MigrationModel

/// Tells whether binding an identity to a ServiceAccount changes anything before the key leaves.
enum BindingEffect {
    /// Whether one of the containers would use the identity as soon as its Pod is created anew.
    ///
    /// It is so where an SDK takes a web identity before a mounted file, or before everything; where the SDK is not known, one
    /// that does so is enough.
    static func isSwitch(_ mechanism: Mechanism, _ identities: [ContainerIdentity]) -> Bool {
        // On AKS the label on the Pod is the switch, and the Pod gets it with the rollout.
        if mechanism == .aksWorkloadIdentity { return false }
        return identities.contains { $0.provider == mechanism.provider && changes($0, by: mechanism) }
    }

    private static func changes(_ identity: ContainerIdentity, by mechanism: Mechanism) -> Bool {
        var bound = identity.setting
        for (name, text) in variables(of: mechanism) {
            bound.variables[name] = Setting(shape: .present, text: text, origin: .injected(mechanism))
            if name.hasSuffix("TOKEN_FILE"), let text {
                bound.files[text] = CredentialFile(contents: .token, origin: .injected(mechanism))
            }
        }
        if mechanism == .gkeWorkloadIdentity { bound.metadata.identities[.google] = .workload(mechanism) }
        let counting = identity.families.basis == .stated ? identity.families.families : []
        return CredentialChains.chains(of: mechanism.provider)
            .filter { counting.isEmpty || counting.contains($0.family.id) }
            .contains { chain in
                guard case .uses(_, .federated) = chain.resolve(bound).outcome else { return false }
                if case .uses(_, .fixed) = chain.resolve(identity.setting).outcome { return true }
                return false
            }
    }

    private static func variables(of mechanism: Mechanism) -> [(String, String?)] {
        switch mechanism {
        case .irsa:
            [
                ("AWS_ROLE_ARN", nil),
                ("AWS_WEB_IDENTITY_TOKEN_FILE", "/var/run/secrets/eks.amazonaws.com/serviceaccount/token"),
            ]
        case .eksPodIdentity:
            [
                ("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials"),
                (
                    "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
                    "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token"
                ),
            ]
        case .gkeWorkloadIdentity, .aksWorkloadIdentity: []
        }
    }
}
