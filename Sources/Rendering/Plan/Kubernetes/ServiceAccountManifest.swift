import MigrationModel
internal import StructuredText

/// The manifest of a ServiceAccount that a plan makes, with what its predecessor carried.
enum ServiceAccountManifest {
    static func path(of action: CreateServiceAccount, _ step: Step, _ context: PlanContext) -> String {
        let account = PlanPaths.account(step.cluster, action.namespace, action.name)
        return "kubernetes/\(step.phase.rawValue)/\(context.paths.accounts[account]).yaml"
    }

    /// The manifest; `nil` for what cannot be in a cluster.
    static func text(of action: CreateServiceAccount) -> String? { value(of: action).map(MachineText.yaml) }

    /// The same as a value.
    static func value(of action: CreateServiceAccount) -> StructuredValue? {
        guard !action.name.isEmpty else { return nil }
        var members: [StructuredValue.Member] = [
            .init("apiVersion", "v1"), .init("kind", "ServiceAccount"),
            .init("metadata", ["name": .string(action.name), "namespace": .string(action.namespace)]),
        ]
        if let mounts = action.mountsToken { members.append(.init("automountServiceAccountToken", .bool(mounts))) }
        if !action.pullSecrets.isEmpty {
            let names = action.pullSecrets.map { StructuredValue.mapping([.init("name", .string($0))]) }
            members.append(.init("imagePullSecrets", .sequence(names)))
        }
        return .mapping(members)
    }
}
