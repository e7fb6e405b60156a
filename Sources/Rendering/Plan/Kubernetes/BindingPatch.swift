import MigrationModel
internal import StructuredText

/// The annotation that binds a ServiceAccount, as a strategic merge patch.
///
/// None for Pod Identity, whose binding EKS keeps, nor for AKS, whose client id nobody knows before the identity is made.
enum BindingPatch {
    static func path(of action: BindIdentity, _ step: Step, _ context: PlanContext) -> String {
        let account = PlanPaths.account(step.cluster, action.namespace, action.serviceAccount)
        return "kubernetes/\(step.phase.rawValue)/\(context.paths.accounts[account]).binding.yaml"
    }

    static func text(of action: BindIdentity, _ context: PlanContext) -> String? {
        guard !action.serviceAccount.isEmpty, let identity = context.identity(action.identity),
            let (name, value) = annotation(identity, context.cluster(identity.cluster))
        else { return nil }
        return MachineText.yaml([
            "apiVersion": "v1", "kind": "ServiceAccount",
            "metadata": [
                "name": .string(action.serviceAccount), "namespace": .string(action.namespace),
                "annotations": .mapping([.init(name, .string(value))]),
            ],
        ])
    }

    private static func annotation(
        _ identity: PlannedIdentity, _ cluster: ClusterConfiguration
    ) -> (String, String)? {
        switch identity.mechanism {
        case .irsa: (IRSACommands.annotation, AWSNames.role(identity, in: cluster))
        case .gkeWorkloadIdentity: (GoogleCommands.annotation, GoogleNames.email(identity))
        case .eksPodIdentity, .aksWorkloadIdentity: nil
        }
    }
}
