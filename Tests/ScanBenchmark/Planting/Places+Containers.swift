internal import StructuredText

extension Places {
    /// Every field of a container that takes a text, and every list of containers.
    static let inContainers: [Place] = [
        container("args") { $0.setting("args", .texts(["--access-key=\($1.id)", "--secret-key=\($1.secret)"])) },
        container("command") { $0.setting("command", .texts(["mc", "alias", "set", "s3", $1.id, $1.secret])) },
        container("shell script in command") {
            $0.setting("command", .texts(["sh", "-c", "export AWS_ACCESS_KEY_ID=\($1.id); exec run"]))
        },
        container("probe") { $0.setting("livenessProbe", ["exec": script($1)]) },
        container("lifecycle hook") { $0.setting("lifecycle", ["preStop": ["exec": script($1)]]) },
        container("env, URL with user info") {
            let url = "sqs://\($1.id):\(percentEncoded($1.secret))@eu-west-1"
            return $0.setting("env", [["name": "BROKER_URL", "value": .string(url)]])
        },
        container("env, percent-encoding") {
            let query = "https://example.com/?credential=%41\($1.id.dropFirst())%2F20240101%2Feu-west-1"
            return $0.setting("env", [["name": "UPLOAD", "value": .string(query)]])
        },
        container("env of an init container", list: "initContainers") { $0.setting("env", environment($1)) },
        container("env of an ephemeral container", list: "ephemeralContainers") { $0.setting("env", environment($1)) },
    ]

    /// A Pod with one more container in a list.
    private static func container(
        _ label: String, list: String = "containers",
        _ plant: @escaping @Sendable (StructuredValue, SyntheticKey) -> StructuredValue
    ) -> Place {
        Place("Pod, \(label)") { cluster, key in
            let spec = cluster.podSpec().setting(list, [plant(cluster.container(), key)])
            return cluster.object("v1", "Pod", [.init("spec", spec)])
        }
    }

    /// Both halves as environment variables.
    static func environment(_ key: SyntheticKey) -> StructuredValue {
        [
            ["name": "AWS_ACCESS_KEY_ID", "value": .string(key.id)],
            ["name": "AWS_SECRET_ACCESS_KEY", "value": .string(key.secret)],
        ]
    }

    private static func script(_ key: SyntheticKey) -> StructuredValue {
        ["command": .texts(["sh", "-c", "AWS_ACCESS_KEY_ID=\(key.id) AWS_SECRET_ACCESS_KEY=\(key.secret) aws s3 ls"])]
    }
}
