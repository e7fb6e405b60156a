import MigrationModel

/// External Secrets Operator, which fills a Secret again at every refresh, <https://external-secrets.io>.
enum ExternalSecretsMark: ManagerMark {
    static let kinds: Set<String> = ["ExternalSecret", "ClusterExternalSecret"]

    static func manager(of object: ObjectDescription) -> ObjectManager? {
        guard !kinds.contains(object.reference.kind) || object.owner(ofKinds: kinds) != nil else { return nil }
        let owner = object.owner(ofKinds: kinds)
        guard owner != nil || object.hasMark(prefix: "reconcile.external-secrets.io/") else { return nil }
        return ObjectManager(program: "External Secrets", instance: owner ?? "")
    }
}
