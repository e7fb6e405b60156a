public import MigrationModel

extension CarrierFacts {
    /// Keeps of an object what matters when it holds a key, and adds who manages it.
    public init(describing object: ObjectDescription) {
        self.init(
            object: object.reference, uid: object.uid, created: object.created, immutable: object.immutable,
            managers: ObjectManagers.managers(of: object),
            owners: object.owners.filter(\.controller) + object.owners.filter { !$0.controller },
            podTemplateHash: object.labels["pod-template-hash"])
    }
}
