import MigrationModel

/// Argo CD, which marks what it tracks in one of three ways,
/// <https://argo-cd.readthedocs.io/en/stable/user-guide/resource_tracking/>.
enum ArgoCDMark: ManagerMark {
    private static let prefix = "argocd.argoproj.io/"

    static func manager(of object: ObjectDescription) -> ObjectManager? {
        guard let instance = tracked(object) ?? labelled(object) else { return nil }
        return ObjectManager(program: "Argo CD", instance: instance)
    }

    /// `application:group/kind:namespace/name`; an operator that copies annotations to what it makes copies the name of the
    /// original with it, so a tracking id that names another object says nothing.
    private static func tracked(_ object: ObjectDescription) -> String? {
        guard let id = object.annotations[prefix + "tracking-id"] else { return nil }
        let parts = id.split(separator: ":", omittingEmptySubsequences: false)
        guard let application = parts.first, !application.isEmpty else { return nil }
        guard parts.count == 3 else { return String(application) }
        let kind = parts[1].split(separator: "/").last ?? ""
        let name = parts[2].split(separator: "/").last ?? ""
        return kind == object.reference.kind && name == object.reference.name ? String(application) : nil
    }

    /// The label that Argo CD uses unless told otherwise is one that every Helm chart sets too; it counts when something else
    /// on the object is Argo CD's.
    private static func labelled(_ object: ObjectDescription) -> String? {
        if let instance = object.labels[prefix + "instance"] { return instance }
        let isArgo = object.annotations.keys.contains { $0.hasPrefix(prefix) && $0 != prefix + "tracking-id" }
        return isArgo ? object.labels["app.kubernetes.io/instance"] : nil
    }
}
