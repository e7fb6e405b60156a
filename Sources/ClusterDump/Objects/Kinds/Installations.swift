import MigrationModel

/// What shows that a part of a cluster is there that gives Pods their identities.
///
/// - [EKS Pod Identity webhook](https://github.com/aws/amazon-eks-pod-identity-webhook), which EKS itself runs outside of the
///   cluster, so that only its configuration shows
/// - [EKS Pod Identity agent](https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html)
/// - [GKE metadata server](https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity)
/// - [Azure workload identity webhook](https://azure.github.io/azure-workload-identity/docs/installation/mutating-admission-webhook.html)
enum Installations {
    /// One thing that shows it.
    private struct Sign {
        var purpose: Installation.Purpose
        var kind: String
        /// The name of the object, of a webhook in it, or of the image of one of its containers.
        var name: String
    }

    private static let signs = [
        Sign(purpose: .eksWebhook, kind: "MutatingWebhookConfiguration", name: "pod-identity-webhook"),
        Sign(purpose: .eksWebhook, kind: "MutatingWebhookConfiguration", name: "iam-for-pods.amazonaws.com"),
        Sign(purpose: .eksWebhook, kind: "MutatingWebhookConfiguration", name: "pod-identity-webhook.amazonaws.com"),
        Sign(purpose: .eksWebhook, kind: "Deployment", name: "pod-identity-webhook"),
        Sign(purpose: .eksWebhook, kind: "Deployment", name: "amazon-eks-pod-identity-webhook"),
        Sign(purpose: .eksPodIdentityAgent, kind: "DaemonSet", name: "eks-pod-identity-agent"),
        Sign(purpose: .gkeMetadataServer, kind: "DaemonSet", name: "gke-metadata-server"),
        Sign(
            purpose: .aksWebhook, kind: "MutatingWebhookConfiguration",
            name: "azure-wi-webhook-mutating-webhook-configuration"),
        Sign(
            purpose: .aksWebhook, kind: "MutatingWebhookConfiguration", name: "mutation.azure-workload-identity.io"),
        Sign(purpose: .aksWebhook, kind: "Deployment", name: "azure-wi-webhook-controller-manager"),
    ]

    /// What an object shows, if anything.
    ///
    /// - Parameters:
    ///   - object: its identity.
    ///   - names: the names of its webhooks, or of its images.
    /// - Returns: what it does; `nil` for other objects.
    static func purpose(of object: ObjectReference, _ names: [String]) -> Installation.Purpose? {
        signs.first { $0.kind == object.kind && ($0.name == object.name || names.contains($0.name)) }?.purpose
    }

    /// What a workload shows, if anything; DaemonSets are few, so that their images can be looked at as well.
    static func purpose(of workload: Workload) -> Installation.Purpose? {
        let object = workload.object.reference
        guard object.kind == "DaemonSet" else { return purpose(of: object, []) }
        return purpose(of: object, workload.templates.flatMap(\.containers).map { imageName($0.image) })
    }

    /// The last part of an image's name, without registry, tag and digest.
    private static func imageName(_ image: String) -> String {
        let path = image.split(separator: "@").first ?? ""
        return String(path.split(separator: "/").last?.split(separator: ":").first ?? "")
    }
}

/// Configurations of webhooks.
struct WebhookReader: ObjectReader {
    func read(_ object: DumpedObject, into objects: inout ClusterObjects) {
        let names = object.root["webhooks"]?.names ?? []
        guard let purpose = Installations.purpose(of: object.reference, names) else { return }
        objects.installations.append(
            Installation(input: object.input, purpose: purpose, object: object.reference))
    }
}
