public import MigrationModel
internal import StructuredText

/// A world to show a migration in: four Deployments that share the one key of a Secret, which belongs to an IAM user.
///
/// The key is of the account of AWS's documentation, and opens nothing.
public enum FourServices {
    /// The id of the key.
    public static let key = "AKIARZPUZDIKKEOANPKG"
    /// The user whom it belongs to.
    public static let user = "production-app"
    /// The account.
    public static let account = "123456789012"
    /// The names of the Deployments, all in the namespace `production`.
    public static let names = ["order-api", "payment-processor", "notification-service", "analytics-pipeline"]

    /// Makes the world.
    ///
    /// - Parameter clock: its time.
    /// - Returns: the world, in which everything runs already.
    public static func world(_ clock: MovedClock) -> SimulatedWorld {
        let begin = clock.now().adding(milliseconds: -400 * 86_400_000)
        let cluster = SimulatedCluster(
            name: "prod-eu", region: "eu-west-1",
            issuer: "https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE",
            manifests: manifests, at: begin)
        let account = SimulatedAccount(id: account, users: [user: [key]], at: begin)
        return SimulatedWorld(cluster: cluster, account: account, clock: clock)
    }

    /// A Deployment of the world.
    public static func deployment(_ name: String) -> ObjectReference {
        ObjectReference(apiVersion: "apps/v1", kind: "Deployment", namespace: "production", name: name)
    }

    private static let manifests: [StructuredValue] = [
        ["apiVersion": "v1", "kind": "Namespace", "metadata": ["name": "production"]],
        [
            "apiVersion": "v1", "kind": "Secret", "metadata": ["name": "aws-credentials", "namespace": "production"],
            "stringData": [
                "AWS_ACCESS_KEY_ID": .string(key),
                "AWS_SECRET_ACCESS_KEY": "2EDLbdDZ1c5jAE2rjTbrNLwMtshF6PwKluYIFdlK",
            ],
        ],
        [
            "apiVersion": "v1", "kind": "ConfigMap", "metadata": ["name": "feature-flags", "namespace": "production"],
            "data": ["CHECKOUT_V2": "off"],
        ],
        [
            "apiVersion": "v1", "kind": "ServiceAccount",
            "metadata": ["name": "order-api", "namespace": "production"],
        ],
        service("order-api", ["DYNAMODB_TABLE": "orders"], account: "order-api"),
        service(
            "payment-processor",
            ["SQS_QUEUE_URL": .string("https://sqs.eu-west-1.amazonaws.com/\(account)/payment-queue")]),
        service(
            "notification-service", ["SNS_TOPIC_ARN": .string("arn:aws:sns:eu-west-1:\(account):notifications")]),
        service("analytics-pipeline", ["S3_BUCKET": "analytics-data"]),
    ]

    private static func service(
        _ name: String, _ settings: KeyValuePairs<String, StructuredValue>, account: StructuredValue? = nil
    ) -> StructuredValue {
        let region: StructuredValue = ["name": "AWS_REGION", "value": "eu-west-1"]
        let variables = settings.map { ["name": .string($0.key), "value": $0.value] as StructuredValue }
        let container: StructuredValue = [
            "name": .string(name), "image": .string("company/\(name):v2.1"),
            "envFrom": [["secretRef": ["name": "aws-credentials"]]], "env": .sequence([region] + variables),
        ]
        var spec: StructuredValue = ["containers": [container]]
        spec.set(account, at: "serviceAccountName")
        let labels: StructuredValue = ["app": .string(name)]
        return [
            "apiVersion": "apps/v1", "kind": "Deployment",
            "metadata": ["name": .string(name), "namespace": "production", "labels": labels],
            "spec": [
                "replicas": 3, "selector": ["matchLabels": labels],
                "template": ["metadata": ["labels": labels], "spec": spec],
            ],
        ]
    }
}
