internal import StructuredText

/// A dump of services that share keys, and the configuration that plans them.
///
/// Each namespace has one Secret with a key and twenty Deployments that receive it, each with a ServiceAccount of its own; a
/// key is in as many namespaces as it takes until there are no more keys than asked for.
struct PlanningDump {
    /// How many services share a namespace.
    private static let together = 20

    let services: Int
    let keys: Int

    /// The configuration of the cluster.
    static let configuration = """
        version: 1
        clusters:
          - name: large
            platform: eks
            region: eu-west-1
            account: "123456789012"
            issuer: https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE
            podIdentityAgent: true

        """

    /// Hands out the text of the dump, one object per line.
    func write(to output: (String) throws -> Void) rethrows {
        for namespace in 0..<(services + Self.together - 1) / Self.together {
            let key = SyntheticKey(number: 2_000_000 + namespace % max(1, keys), isTemporary: false)
            let data = [("AWS_ACCESS_KEY_ID", key.id), ("AWS_SECRET_ACCESS_KEY", key.secret)]
            try append(
                object(
                    "v1", "Secret", "aws", namespace,
                    [.init("data", .texts(data.map { ($0.0, Base64Text.encode($0.1)) }))]),
                to: output)
            for number in namespace * Self.together..<min(services, (namespace + 1) * Self.together) {
                let name = "service-\(number)"
                try append(object("v1", "ServiceAccount", name, namespace, []), to: output)
                try append(
                    object("apps/v1", "Deployment", name, namespace, [.init("spec", Self.spec(name))]), to: output)
            }
        }
    }

    /// Writes the dump and the configuration to files.
    func write(to dump: String, configuration: String) throws {
        var output = try OutputFile(path: dump)
        try write { try output.append($0) }
        try output.flush()
        output = try OutputFile(path: configuration)
        try output.append(Self.configuration)
        try output.flush()
    }

    private func append(_ object: StructuredValue, to output: (String) throws -> Void) rethrows {
        try output(DumpFormat.jsonl.text(of: object.sorted) + "\n")
    }

    private static func spec(_ name: String) -> StructuredValue {
        let container: StructuredValue = [
            "envFrom": [["secretRef": ["name": "aws"]]], "image": .string("registry.example.com/\(name):v1"),
            "name": "app",
        ]
        return ImaginedCluster.workloadSpec(
            ["containers": [container], "serviceAccountName": .string(name)], app: name)
    }

    private func object(
        _ apiVersion: String, _ kind: String, _ name: String, _ namespace: Int, _ fields: [StructuredValue.Member]
    ) -> StructuredValue {
        .mapping(
            [
                .init("apiVersion", .string(apiVersion)), .init("kind", .string(kind)),
                .init("metadata", ["name": .string(name), "namespace": .string("team-\(namespace)")]),
            ] + fields)
    }
}
