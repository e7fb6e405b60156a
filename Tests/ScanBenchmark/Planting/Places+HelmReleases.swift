internal import StructuredText

extension Places {
    /// Every layer of the records that Helm keeps.
    static let inHelmReleases: [Place] = [
        release("user's values") { $0.config = "{\"s3\":{\"accessKey\":\"\($1.id)\",\"secretKey\":\"\($1.secret)\"}}" },
        release("chart's values") { $0.values.append("\"credentials\":\($1.json)") },
        release("template") {
            let data = Base64Text.encode("kind: ConfigMap\ndata:\n  id: {{ .Values.id | default \"\($1.id)\" }}\n")
            $0.templates.append("{\"name\":\"templates/credentials.yaml\",\"data\":\"\(data)\"}")
        },
        release("manifest, env literal") {
            $0.manifests.append(
                ChartLibrary.escaped(
                    "---\nspec:\n  containers:\n  - env:\n    - name: AWS_ACCESS_KEY_ID\n      value: \($1.id)\n"))
        },
        release("manifest, embedded Secret") { $0.manifests.insert(secretManifest($1), at: 0) },
        release("hook") { $0.hooks.append(secretManifest($1)) },
        release("user's values, in a ConfigMap", configMap: true) { $0.config = $1.json },
        release("embedded Secret, in a ConfigMap", configMap: true) { $0.manifests.append(secretManifest($1)) },
    ]

    private static func release(
        _ layer: String, configMap: Bool = false, _ plant: @escaping @Sendable (inout HelmRelease, SyntheticKey) -> Void
    ) -> Place {
        Place("Helm release, \(layer)") { cluster, key in
            var release = cluster.helmRelease()
            plant(&release, key)
            return cluster.carrier(of: release, configMap: configMap)
        }
    }

    private static func secretManifest(_ key: SyntheticKey) -> String {
        ChartLibrary.escaped(
            """
            ---
            # Source: chart/templates/secret.yaml
            apiVersion: v1
            kind: Secret
            metadata:
              name: credentials
            data:
              accesskey: \(Base64Text.encode(key.id))
              secretkey: \(Base64Text.encode(key.secret))

            """)
    }
}
