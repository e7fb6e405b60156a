import MigrationModel

/// Secrets Store CSI driver, which syncs a Secret while a Pod mounts it, <https://secrets-store-csi-driver.sigs.k8s.io>.
enum SecretsStoreMark: ManagerMark {
    static func manager(of object: ObjectDescription) -> ObjectManager? {
        guard object.labels["secrets-store.csi.k8s.io/managed"] == "true" else { return nil }
        return ObjectManager(program: "Secrets Store CSI", instance: "")
    }
}
