internal import StructuredText

/// What looks like a key and is none: whoever reports one of these raises a false alarm.
enum Decoys {
    private static let texts = [
        // Documentation keys.
        "AKIAIOSFODNN7EXAMPLE", "AKIAI44QH8DHBEXAMPLE", "ASIAIOSFODNN7EXAMPLE",
        // Placeholders.
        "AKIAXXXXXXXXXXXXXXXX", "AKIA<your-key>", "AKIA0000000000000000", "${AWS_ACCESS_KEY_ID}",
        "{{ .Values.aws.accessKey }}", "AKIA1234567890ABCDEF",
        // Words, and letters that no id has.
        "ASIAPACIFICNORTHEAST", "AKIA18901890189018AB", "akiarzpuzdikm2qhxwv7",
        // Part of a longer token, and of random base64.
        "image-AKIARZPUZDIKM2QHXWV7ZQ4KTW5HBN3XJ6YLAFDA",
        "dGhpcyBpcyBub3Qgx8KpQm0vAKIARZPUZDIKM2QHXWV7Zk1mQ0p3c2hUb3BVd2RrNXN0Y2hVZ0xvWXR5cQ==",
    ]

    /// An object for each of them, in turn a ConfigMap, a Secret and a Pod.
    static let objects: [@Sendable (inout ImaginedCluster) -> StructuredValue] = texts.indices.map { number in
        { cluster in object(with: texts[number], kind: number % 3, &cluster) }
    }

    private static func object(with text: String, kind: Int, _ cluster: inout ImaginedCluster) -> StructuredValue {
        switch kind {
        case 0: return cluster.configMap([("access-key", text)])
        case 1: return cluster.secret("access-key", text)
        default:
            let spec = cluster.podSpec(with: text)
            return cluster.object("v1", "Pod", [.init("spec", spec)])
        }
    }
}

extension ImaginedCluster {
    fileprivate mutating func podSpec(with text: String) -> StructuredValue {
        let variable: StructuredValue = ["name": "AWS_ACCESS_KEY_ID", "value": .string(text)]
        return podSpec().setting("containers", [container().setting("env", [variable])])
    }
}
