import MigrationModel

/// Replicator, which copies a Secret into other namespaces, <https://github.com/mittwald/kubernetes-replicator>.
///
/// A pulled copy names its source, a pushed one only its version; `replicate-to` stands on the original.
enum ReplicatorMark: ManagerMark {
    private static let prefix = "replicator.v1.mittwald.de/"

    static func manager(of object: ObjectDescription) -> ObjectManager? {
        let source = object.annotations[prefix + "replicate-from"]
        let isCopy = source != nil || object.annotations[prefix + "replicated-from-version"] != nil
        return isCopy ? ObjectManager(program: "Replicator", instance: source ?? "") : nil
    }
}
