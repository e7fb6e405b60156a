import MigrationModel

/// Flux, which labels what a Kustomization applies or a HelmRelease installs,
/// <https://fluxcd.io/flux/components/kustomize/kustomizations/>.
enum FluxMark: ManagerMark {
    static func manager(of object: ObjectDescription) -> ObjectManager? {
        guard
            let instance = instance(of: object, "helm.toolkit.fluxcd.io/", "HelmRelease")
                ?? instance(of: object, "kustomize.toolkit.fluxcd.io/", "Kustomization")
        else { return nil }
        return ObjectManager(program: "Flux", instance: instance)
    }

    private static func instance(of object: ObjectDescription, _ prefix: String, _ kind: String) -> String? {
        object.labels[prefix + "name"].map {
            kind + " " + object.qualified($0, in: object.labels[prefix + "namespace"])
        }
    }
}
