import MigrationModel

/// Vault Secrets Operator, which syncs a Secret from Vault, <https://developer.hashicorp.com/vault/docs/platform/k8s/vso>.
enum VaultMark: ManagerMark {
    static let kinds: Set<String> = ["VaultStaticSecret", "VaultDynamicSecret", "VaultPKISecret"]

    static func manager(of object: ObjectDescription) -> ObjectManager? {
        let owner = object.owner(ofKinds: kinds)
        let isMarked =
            object.hasMark(prefix: "secrets.hashicorp.com/")
            || object.labels["app.kubernetes.io/managed-by"] == "hashicorp-vso"
        return owner != nil || isMarked ? ObjectManager(program: "Vault", instance: owner ?? "") : nil
    }
}
