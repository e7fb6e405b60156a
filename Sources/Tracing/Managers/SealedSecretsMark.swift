import MigrationModel

/// Sealed Secrets, whose controller makes a deleted Secret again, <https://github.com/bitnami-labs/sealed-secrets>.
enum SealedSecretsMark: ManagerMark {
    static let kinds: Set<String> = ["SealedSecret"]

    static func manager(of object: ObjectDescription) -> ObjectManager? {
        let owner = object.owner(ofKinds: kinds)
        // A SealedSecret carries the annotations too, but nothing makes it but its manifest.
        let isMarked = object.reference.kind == "Secret" && object.hasMark(prefix: "sealedsecrets.bitnami.com/")
        return owner != nil || isMarked ? ObjectManager(program: "Sealed Secrets", instance: owner ?? "") : nil
    }
}
