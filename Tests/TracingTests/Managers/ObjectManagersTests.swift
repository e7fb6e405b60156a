import MigrationModel
import Testing

@testable import Tracing

struct ObjectManagersTests {
    private func object(
        kind: String = "Secret", type: String = "", labels: [String: String] = [:], annotations: [String: String] = [:],
        owners: [OwnerReference] = []
    ) -> ObjectDescription {
        ObjectDescription(
            reference: ObjectReference(apiVersion: "v1", kind: kind, namespace: "prod", name: "aws"), secretType: type,
            labels: labels, annotations: annotations, owners: owners)
    }

    private func owner(_ kind: String, controller: Bool = true) -> OwnerReference {
        OwnerReference(apiVersion: "example.org/v1", kind: kind, name: "boss", uid: "1", controller: controller)
    }

    private func managers(_ object: ObjectDescription) -> [String] {
        ObjectManagers.managers(of: object).map { "\($0.program): \($0.instance)" }
    }

    @Test func findsNoneWithoutMarks() {
        #expect(managers(object(labels: ["app": "web", "app.kubernetes.io/instance": "web"])) == [])
    }

    @Test(
        arguments: [
            (["meta.helm.sh/release-name": "web", "meta.helm.sh/release-namespace": "apps"], [:], "Helm: apps/web"),
            ([:], ["app.kubernetes.io/managed-by": "Helm", "app.kubernetes.io/instance": "web"], "Helm: web"),
            ([:], ["heritage": "Tiller", "release": "web"], "Helm: web"),
            ([:], ["owner": "helm", "name": "web"], "Helm: prod/web"),
            ([:], ["argocd.argoproj.io/instance": "shop"], "Argo CD: shop"),
            (["argocd.argoproj.io/tracking-id": "shop:/Secret:prod/aws"], [:], "Argo CD: shop"),
            (["argocd.argoproj.io/sync-wave": "1"], ["app.kubernetes.io/instance": "shop"], "Argo CD: shop"),
            (
                [:],
                ["kustomize.toolkit.fluxcd.io/name": "apps", "kustomize.toolkit.fluxcd.io/namespace": "flux-system"],
                "Flux: Kustomization flux-system/apps"
            ),
            (
                [:], ["helm.toolkit.fluxcd.io/name": "web", "helm.toolkit.fluxcd.io/namespace": "apps"],
                "Flux: HelmRelease apps/web"
            ),
            (["reconcile.external-secrets.io/data-hash": "x"], [:], "External Secrets: "),
            (["sealedsecrets.bitnami.com/managed": "true"], [:], "Sealed Secrets: "),
            ([:], ["app.kubernetes.io/managed-by": "hashicorp-vso"], "Vault: "),
            ([:], ["secrets-store.csi.k8s.io/managed": "true"], "Secrets Store CSI: "),
            (["reflector.v1.k8s.emberstack.com/reflects": "infra/aws"], [:], "Reflector: infra/aws"),
            (["replicator.v1.mittwald.de/replicate-from": "infra/aws"], [:], "Replicator: infra/aws"),
            ([:], ["app.kubernetes.io/managed-by": "terraform"], "Terraform: "),
            ([:], ["tfstate": "true", "tfstateWorkspace": "default"], "Terraform: default"),
        ] as [([String: String], [String: String], String)])
    func knowsMarks(annotations: [String: String], labels: [String: String], expected: String) {
        #expect(managers(object(labels: labels, annotations: annotations)) == [expected])
    }

    @Test(
        arguments: [
            (["argocd.argoproj.io/tracking-id": "shop:/Secret:prod/other"], [:]),
            (["argocd.argoproj.io/tracking-id": "shop:apps/Deployment:prod/aws"], ["app.kubernetes.io/instance": "x"]),
            (["reflector.v1.k8s.emberstack.com/reflection-allowed": "true"], [:]),
            (["replicator.v1.mittwald.de/replicate-to": "*"], [:]), ([:], ["app.kubernetes.io/managed-by": "web"]),
            ([:], ["owner": "team"]),
        ] as [([String: String], [String: String])])
    func leavesSimilarMarks(annotations: [String: String], labels: [String: String]) {
        #expect(managers(object(labels: labels, annotations: annotations)) == [])
    }

    @Test(arguments: [
        ("ExternalSecret", "External Secrets: prod/boss"), ("ClusterExternalSecret", "External Secrets: prod/boss"),
        ("SealedSecret", "Sealed Secrets: prod/boss"), ("VaultStaticSecret", "Vault: prod/boss"),
        ("Postgres", "Postgres: prod/boss"), ("Node", "Node: boss"),
    ])
    func knowsOwners(kind: String, expected: String) {
        #expect(managers(object(owners: [owner(kind)])) == [expected])
    }

    @Test func ignoresOwnersThatDoNotControl() {
        #expect(managers(object(owners: [owner("Postgres", controller: false)])) == [])
    }

    @Test func leavesSourcesThemselves() {
        #expect(
            managers(object(kind: "SealedSecret", annotations: ["sealedsecrets.bitnami.com/cluster-wide": "true"]))
                == [])
        #expect(managers(object(kind: "Deployment", labels: ["owner": "helm"])) == [])
    }

    @Test func ordersByDirectness() {
        let all = object(
            labels: ["kustomize.toolkit.fluxcd.io/name": "apps"], annotations: ["meta.helm.sh/release-name": "web"],
            owners: [owner("ExternalSecret")])
        #expect(managers(all) == ["External Secrets: prod/boss", "Helm: web", "Flux: Kustomization apps"])
    }

    @Test func describesCarrier() {
        let controller = owner("Postgres")
        let other = owner("Backup", controller: false)
        var description = object(owners: [other, controller])
        (description.uid, description.created, description.immutable) = ("7", "2024-01-01T00:00:00Z", true)
        #expect(
            CarrierFacts(describing: description)
                == CarrierFacts(
                    object: description.reference, uid: "7", created: "2024-01-01T00:00:00Z", immutable: true,
                    managers: [ObjectManager(program: "Postgres", instance: "prod/boss")], owners: [controller, other]))
    }
}
