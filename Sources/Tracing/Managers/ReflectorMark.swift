import MigrationModel

/// Reflector, which copies a Secret into other namespaces, <https://github.com/emberstack/kubernetes-reflector>.
///
/// Only the copy is managed; `reflection-allowed` stands on the original.
enum ReflectorMark: ManagerMark {
    static func manager(of object: ObjectDescription) -> ObjectManager? {
        guard let source = object.annotations["reflector.v1.k8s.emberstack.com/reflects"] else { return nil }
        return ObjectManager(program: "Reflector", instance: source)
    }
}
