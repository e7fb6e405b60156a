import MigrationModel

/// Helm: objects of a release, and the Secrets and ConfigMaps in which Helm keeps the release itself.
///
/// `helm install` adds the annotations, <https://helm.sh/docs/topics/advanced/>; charts add the label themselves, so
/// that it also stands on objects that another program rendered from a chart.
enum HelmMark: ManagerMark {
    static func manager(of object: ObjectDescription) -> ObjectManager? {
        guard let instance = annotated(object) ?? stored(object) ?? labelled(object) else { return nil }
        return ObjectManager(program: "Helm", instance: instance)
    }

    private static func annotated(_ object: ObjectDescription) -> String? {
        object.annotations["meta.helm.sh/release-name"].map {
            object.qualified($0, in: object.annotations["meta.helm.sh/release-namespace"])
        }
    }

    private static func stored(_ object: ObjectDescription) -> String? {
        let isStorage = object.labels["owner"] == "helm" || object.secretType == "helm.sh/release.v1"
        guard isStorage, object.reference.kind == "Secret" || object.reference.kind == "ConfigMap" else { return nil }
        return object.qualified(object.labels["name"] ?? "", in: object.reference.namespace)
    }

    private static func labelled(_ object: ObjectDescription) -> String? {
        if object.labels["app.kubernetes.io/managed-by"] == "Helm" {
            return object.labels["app.kubernetes.io/instance"] ?? object.labels["release"] ?? ""
        }
        // Charts from before the recommended labels.
        guard let heritage = object.labels["heritage"], heritage == "Helm" || heritage == "Tiller" else { return nil }
        return object.labels["release"] ?? ""
    }
}
