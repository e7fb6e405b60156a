import MigrationModel

/// The files of a plan that say the same as the calls of one step.
struct ProcedureFiles {
    private let step: Step
    private let context: PlanContext

    init(_ step: Step, _ context: PlanContext) {
        self.step = step
        self.context = context
    }

    /// Those that are merged or applied.
    var apply: [String] {
        step.actor == .terraform
            ? terraform : kubernetes { [.change, .canary, .release, .recreation, .literal].contains($0) }
    }

    /// Those that take it back; what Terraform has made goes when its file is taken back, or a key's phase in it.
    var undo: [String] {
        step.actor == .terraform
            ? terraform : kubernetes { [.undo, .canaryUndo, .releaseUndo, .recreationUndo].contains($0) }
    }

    private func kubernetes(_ isWanted: (KubernetesArtefacts.Purpose) -> Bool) -> [String] {
        KubernetesArtefacts(step, context).all.filter { isWanted($0.purpose) }.map(\.path)
    }

    private var terraform: [String] {
        let folder = TerraformFolder.path(of: step, context)
        switch step.action {
        case .trustIssuer(let action):
            let isOwn = action.account == context.cluster(action.cluster).account
            return [folder + (isOwn ? "/issuer.tf" : "/issuer-\(context.paths.clusters[action.cluster]).tf")]
        case .createIdentity(let action): return identity(action.identity, folder)
        case .createTargetRole(let action): return identity(action.identity, folder)
        case .bindIdentity(let action): return identity(action.identity, folder)
        case .deactivateKey, .deleteKey, .deleteUser: return [folder + "/keys.auto.tfvars"]
        default: return []
        }
    }

    private func identity(_ id: String, _ folder: String) -> [String] {
        context.identity(id).map { ["\(folder)/\(TerraformModule.file(of: $0, context)).tf"] } ?? []
    }
}
