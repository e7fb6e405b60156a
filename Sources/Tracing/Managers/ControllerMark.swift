import MigrationModel

/// A controller named in `metadata.ownerReferences`, such as an operator's custom resource or a Deployment.
///
/// <https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/>
enum ControllerMark: ManagerMark {
    /// Owners that have a file of their own.
    private static let recognized = ExternalSecretsMark.kinds.union(SealedSecretsMark.kinds).union(VaultMark.kinds)

    static func manager(of object: ObjectDescription) -> ObjectManager? {
        guard let owner = object.owners.first(where: \.controller), !recognized.contains(owner.kind) else { return nil }
        // Nodes are cluster-scoped; so are some custom resources, of which the reference does not say it.
        let namespace = owner.kind == "Node" ? nil : object.reference.namespace
        return ObjectManager(program: owner.kind, instance: object.qualified(owner.name, in: namespace))
    }
}
