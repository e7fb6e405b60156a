import MigrationModel
internal import StructuredText

/// The webhook of EKS that gives new Pods their identity ([source](https://github.com/aws/amazon-eks-pod-identity-webhook)): an
/// association wins over the annotation of the ServiceAccount; Pods that are there already are never changed.
enum IdentityWebhook {
    /// How many seconds pass before an association reaches the webhook.
    static let delay = 10

    private struct Token {
        var volume: String
        var folder: String
        var file: String
        var audience: String
        var path: String { folder + "/" + file }
    }

    private static let webIdentity = Token(
        volume: "aws-iam-token", folder: "/var/run/secrets/eks.amazonaws.com/serviceaccount", file: "token",
        audience: "sts.amazonaws.com")
    private static let podIdentity = Token(
        volume: "eks-pod-identity-token", folder: "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount",
        file: "eks-pod-identity-token", audience: "pods.eks.amazonaws.com")

    static func inject(_ pod: inout StructuredValue, _ world: WorldState) {
        guard pod.labels["eks.amazonaws.com/skip-pod-identity-webhook"] == nil else { return }
        let account = pod.at("spec", "serviceAccountName")?.text ?? "default"
        let association = world.account.association(world.cluster.name, pod.namespace, account)
        if let association, world.now.seconds(since: association.created) >= delay {
            change(
                &pod, podIdentity,
                [
                    ("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials"),
                    ("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", podIdentity.path),
                ], world.cluster.region)
        } else if let role = world.cluster.object(.serviceAccount, pod.namespace, account)?
            .annotations["eks.amazonaws.com/role-arn"]
        {
            change(
                &pod, webIdentity, [("AWS_ROLE_ARN", role), ("AWS_WEB_IDENTITY_TOKEN_FILE", webIdentity.path)],
                world.cluster.region)
        }
    }

    private static func change(
        _ pod: inout StructuredValue, _ token: Token, _ variables: [(String, String)], _ region: String
    ) {
        for list in ["initContainers", "containers"] {
            for index in (pod.at("spec", list)?.elements ?? []).indices {
                guard var container = pod.at("spec", list, String(index)) else { continue }
                append(variables, to: &container)
                append([("AWS_DEFAULT_REGION", region), ("AWS_REGION", region)], to: &container)
                let mounts = container.at("volumeMounts")?.elements ?? []
                let mount: StructuredValue = [
                    "mountPath": .string(token.folder), "name": .string(token.volume), "readOnly": true,
                ]
                container.set(.sequence(mounts + [mount]), at: "volumeMounts")
                pod.set(container, at: "spec", list, String(index))
            }
        }
        let source: StructuredValue = [
            "serviceAccountToken": [
                "audience": .string(token.audience), "expirationSeconds": 86_400, "path": .string(token.file),
            ]
        ]
        let volume: StructuredValue = [
            "name": .string(token.volume), "projected": ["defaultMode": 420, "sources": [source]],
        ]
        pod.set(.sequence((pod.at("spec", "volumes")?.elements ?? []) + [volume]), at: "spec", "volumes")
    }

    /// Adds variables that belong together, unless the container names one of them.
    private static func append(_ variables: [(String, String)], to container: inout StructuredValue) {
        let present = container.at("env")?.elements ?? []
        let names = Set(present.map { $0.name(of: "name") })
        guard !variables.contains(where: { names.contains($0.0) }) else { return }
        let new = variables.map { ["name": .string($0.0), "value": .string($0.1)] as StructuredValue }
        container.set(.sequence(present + new), at: "env")
    }
}
