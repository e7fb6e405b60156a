import MigrationModel

/// Ends what a workload keeps of its former templates, so that no rollback brings the key back.
enum ForgottenRevisions {
    /// Where `kubectl apply` keeps a whole object, literals and all.
    private static let lastApplied = "kubectl.kubernetes.io/last-applied-configuration"

    /// The step of a service; `nil` for kinds that keep no revisions, unless a key stood in the template.
    static func step(for member: ServiceSelection.Member, _ names: StepNames, _ soakHours: Int) -> Step? {
        let literals = LiteralSteps.secrets(of: member)
        guard member.name.keepsRevisions || !literals.isEmpty else { return nil }
        let secrets = literals.map {
            ObjectReference(apiVersion: "v1", kind: "Secret", namespace: member.name.namespace, name: $0)
        }
        let carriers = Set(member.consumptions.compactMap(\.carrier) + secrets).sorted()
        let action = ForgetRevisions(
            workload: member.name, carriers: carriers, annotations: literals.isEmpty ? [] : [lastApplied])
        // Where nothing is rolled out, nothing has to prove itself first.
        let rollout = member.isRemembering ? [] : [names.step(.shift, member, "rollout")]
        return Step(
            id: names.step(.retire, member, "revisions"), phase: .retire, cluster: member.cluster.name,
            service: member.id, action: .forgetRevisions(action), actor: .keyshift,
            after: rollout, gates: rollout.isEmpty ? [] : [.soak(hours: soakHours)],
            verifications: action.verifications)
    }
}
