import MigrationModel
import Testing

@testable import ClusterDump

/// The kinds of which a few fields are read.
struct ClusterKindsTests {
    @Test func readsDisruptionBudgets() {
        let head = "apiVersion: policy/v1, kind: PodDisruptionBudget"
        let objects = Collected.objects(
            "{\(head), metadata: {name: a, namespace: n}, "
                + "spec: {minAvailable: 2, selector: {matchLabels: {app: web}}}}",
            "{\(head), metadata: {name: b, namespace: n}, "
                + "spec: {maxUnavailable: 25%, selector: {matchExpressions: [{key: a, operator: Exists}]}}}",
            "{\(head), metadata: {name: c, namespace: n}, spec: {selector: x}}")
        func reference(_ name: String) -> ObjectReference {
            ObjectReference(apiVersion: "policy/v1", kind: "PodDisruptionBudget", namespace: "n", name: name)
        }
        #expect(
            objects.disruptionBudgets == [
                DisruptionBudget(
                    input: "dump", object: reference("a"), selector: ["app": "web"], rule: "minAvailable: 2"),
                DisruptionBudget(
                    input: "dump", object: reference("b"), selector: [:], hasExpressions: true,
                    rule: "maxUnavailable: 25%"),
                DisruptionBudget(input: "dump", object: reference("c"), selector: [:], rule: ""),
            ])
    }

    @Test func readsRoleBindings() {
        let objects = Collected.objects(
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: a, namespace: n}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}
            subjects:
            - {kind: ServiceAccount, name: web, namespace: shop}
            - {kind: ServiceAccount, name: own}
            - {kind: Group, name: system:serviceaccounts}
            - {kind: Group, name: "system:serviceaccounts:shop"}
            - {kind: User, name: "system:serviceaccount:shop:cart"}
            - {kind: Group, name: system:authenticated}
            - {kind: User, name: jane}
            - {kind: ServiceAccount}
            """,
            """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: ClusterRoleBinding
            metadata: {name: people}
            roleRef: {kind: ClusterRole, name: admin}
            subjects: [{kind: User, name: jane}]
            """)
        #expect(
            objects.roleBindings == [
                RoleBindingFacts(
                    input: "dump",
                    object: ObjectReference(
                        apiVersion: "rbac.authorization.k8s.io/v1", kind: "RoleBinding", namespace: "n", name: "a"),
                    role: "ClusterRole view",
                    serviceAccounts: ["shop/web", "n/own", "*/*", "shop/*", "shop/cart"])
            ])
    }

    @Test func readsLegacyTokens() {
        let token = "type: kubernetes.io/service-account-token"
        let name = "annotations: {kubernetes.io/service-account.name: web}"
        let objects = Collected.objects(
            "{apiVersion: v1, kind: Secret, \(token), data: {token: eA==}, "
                + "metadata: {name: a, namespace: n, creationTimestamp: '2026-01-01T00:00:00Z', \(name)}}",
            "{apiVersion: v1, kind: Secret, \(token), metadata: {name: b, namespace: n}}",
            "{apiVersion: v1, kind: Secret, type: Opaque, metadata: {name: c, namespace: n, \(name)}}")
        #expect(
            objects.legacyTokens == [
                LegacyToken(
                    input: "dump",
                    object: ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "n", name: "a"),
                    serviceAccount: "web", created: "2026-01-01T00:00:00Z")
            ])
        #expect(
            objects.carrierNames
                == Set(
                    ["a", "b", "c"].map { CarrierName(input: "dump", kind: .secret, namespace: "n", name: $0) }))
    }

    @Test func readsNodes() {
        let objects = Collected.objects(
            "{apiVersion: v1, kind: Node, metadata: {name: a, labels: {l: v}}, spec: {providerID: 'aws:///x/i-0'}}",
            "{apiVersion: v1, kind: Node, metadata: {name: b}, status: {nodeInfo: {}}}")
        #expect(
            objects.nodes == [
                NodeFacts(input: "dump", name: "a", labels: ["l": "v"], providerID: "aws:///x/i-0"),
                NodeFacts(input: "dump", name: "b", labels: [:], providerID: ""),
            ])
    }

    @Test(arguments: [
        ("MutatingWebhookConfiguration", "pod-identity-webhook", "", Installation.Purpose.eksWebhook),
        ("MutatingWebhookConfiguration", "own", "webhooks: [{name: iam-for-pods.amazonaws.com}]", .eksWebhook),
        ("MutatingWebhookConfiguration", "azure-wi-webhook-mutating-webhook-configuration", "", .aksWebhook),
        ("MutatingWebhookConfiguration", "own", "webhooks: [{name: mutation.azure-workload-identity.io}]", .aksWebhook),
        ("DaemonSet", "eks-pod-identity-agent", "spec: {template: {spec: {}}}", .eksPodIdentityAgent),
        (
            "DaemonSet", "own",
            "spec: {template: {spec: {containers: [{name: a, image: "
                + "'602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/eks-pod-identity-agent:v0.1.10'}]}}}",
            .eksPodIdentityAgent
        ),
        ("DaemonSet", "gke-metadata-server", "spec: {template: {spec: {}}}", .gkeMetadataServer),
        ("Deployment", "azure-wi-webhook-controller-manager", "spec: {template: {spec: {}}}", .aksWebhook),
    ])
    func knowsInstallations(_ kind: String, _ name: String, _ rest: String, _ purpose: Installation.Purpose) {
        let apiVersion = kind.hasPrefix("Mutating") ? "admissionregistration.k8s.io/v1" : "apps/v1"
        let objects = Collected.objects(
            "{apiVersion: \(apiVersion), kind: \(kind), metadata: {name: \(name)}\(rest.isEmpty ? "" : ", " + rest)}")
        #expect(
            objects.installations == [
                Installation(
                    input: "dump", purpose: purpose,
                    object: ObjectReference(apiVersion: apiVersion, kind: kind, name: name))
            ])
    }

    @Test func knowsWhatIsNoInstallation() {
        let objects = Collected.objects(
            "{apiVersion: admissionregistration.k8s.io/v1, kind: MutatingWebhookConfiguration, metadata: {name: istio}}",
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: gke-metadata-server}, spec: {template: {spec: {}}}}"
        )
        #expect(objects.installations == [])
    }
}
