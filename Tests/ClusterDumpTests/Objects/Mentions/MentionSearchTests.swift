import MigrationModel
import Testing

@testable import ClusterDump

struct MentionSearchTests {
    /// Path, kind, namespace, name and entry of every mention.
    private func mentions(_ spec: String, kind: String = "Thing", group: String = "example.com") -> [String] {
        Collected.objects("{apiVersion: \(group)/v1, kind: \(kind), metadata: {name: a, namespace: n}, \(spec)}")
            .mentions.map { mention in
                let kind = mention.kind?.rawValue ?? "either"
                return "\(mention.path) \(kind) \(mention.namespace ?? "-")/\(mention.name) \(mention.entry ?? "-")"
            }
    }

    @Test func tellsEverythingOfAMention() {
        let objects = Collected.objects(
            """
            apiVersion: external-secrets.io/v1
            kind: ClusterSecretStore
            metadata: {name: aws}
            spec: {provider: {aws: {auth: {secretRef: {accessKeyIDSecretRef: {name: k, key: id, namespace: x}}}}}}
            """)
        #expect(
            objects.mentions == [
                CarrierMention(
                    input: "dump",
                    object: ObjectReference(
                        apiVersion: "external-secrets.io/v1", kind: "ClusterSecretStore", name: "aws"),
                    path: ValuePath(
                        ["spec", "provider", "aws", "auth", "secretRef", "accessKeyIDSecretRef", "name"]
                            .map { .field($0) }),
                    kind: .secret, name: "k", namespace: "x", entry: "id")
            ])
    }

    @Test(arguments: [
        ("spec: {credential: {name: cloud, key: c}}", ["spec.credential.name Secret -/cloud c"]),
        (
            "spec: {credentials: {source: Secret, secretRef: {name: a, namespace: b}}}",
            ["spec.credentials.secretRef.name Secret b/a -"]
        ),
        ("spec: {secretTargetRef: [{parameter: p, name: a, key: k}]}", ["spec.secretTargetRef[0].name Secret -/a k"]),
        ("spec: {s3: {accessKeyId: {name: a, key: k}}}", ["spec.s3.accessKeyId.name either -/a k"]),
        ("spec: {valuesFrom: [{kind: ConfigMap, name: a, valuesKey: v}]}", ["spec.valuesFrom[0].name ConfigMap -/a v"]),
        ("spec: {x: {configMapKeyRef: {name: a, key: k}}}", ["spec.x.configMapKeyRef.name ConfigMap -/a k"]),
        ("spec: {existingSecret: a}", ["spec.existingSecret Secret -/a -"]),
        ("spec: {secretName: a, secretNamespace: b}", ["spec.secretName Secret b/a -"]),
        (
            "spec: {credentialsSecret: a, configMapName: b}",
            ["spec.credentialsSecret Secret -/a -", "spec.configMapName ConfigMap -/b -"]
        ),
        (
            "spec: {secrets: [a, b], configMaps: [c]}",
            ["spec.secrets[0] Secret -/a -", "spec.secrets[1] Secret -/b -", "spec.configMaps[0] ConfigMap -/c -"]
        ),
        ("spec: {storage: {secret: {name: a, type: s3}}}", ["spec.storage.secret.name Secret -/a -"]),
        ("top: {secretRef: {name: a}}", ["top.secretRef.name Secret -/a -"]),
    ])
    func finds(_ spec: String, _ found: [String]) {
        #expect(mentions(spec) == found)
    }

    @Test(arguments: [
        "spec: {secretStoreRef: {name: store}}", "spec: {secretRef: {kind: SecretStore, name: a}}",
        "spec: {clientSecret: aValueOfItsOwn}", "spec: {existingSecret: NotAName}", "spec: {existingSecret: a/b}",
        "spec: {existingSecret: ''}", "spec: {secretName: null}", "spec: {secretRef: {}}", "spec: {secretRef: a_b}",
        "spec: {x: {name: a, key: k, operator: In}}", "spec: {x: {name: a}}", "spec: {kind: Service, name: a}",
        "status: {secretRef: {name: a}}", "spec: {writeConnectionSecretToRef: {name: a}}", "spec: {secretName: -a}",
        "spec: {secretRef: {name: {a: b}}}",
    ])
    func findsNothingIn(_ spec: String) {
        #expect(mentions(spec) == [])
    }

    @Test func knowsWhatAnObjectMakes() {
        #expect(mentions("spec: {secretName: tls}", kind: "Certificate", group: "cert-manager.io") == [])
        #expect(
            mentions(
                "spec: {target: {name: made, template: {secretRef: {name: x}}}, data: [{secretKey: a}]}",
                kind: "ExternalSecret") == [])
        #expect(mentions("spec: {encryptedData: {secretName: a}, template: {}}", kind: "SealedSecret") == [])
    }

    @Test func tellsWhatADriverMakes() {
        #expect(
            mentions("spec: {secretObjects: [{secretName: made}]}", kind: "SecretProviderClass")
                == ["spec.secretObjects[0].secretName Secret -/made -"])
    }

    @Test func looksIntoArtifactRepositories() {
        func found(_ name: String) -> [String] {
            Collected.objects(
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: \(name)}
                data:
                  default: |
                    s3:
                      accessKeySecret: {name: minio, key: accesskey}
                  broken: "{"
                """
            ).mentions.map { "\($0.path) \($0.name)/\($0.entry ?? "")" }
        }
        #expect(found("artifact-repositories") == ["data.default.s3.accessKeySecret.name minio/accesskey"])
        #expect(found("other") == [])
    }

    @Test func looksIntoVolumesAndClasses() {
        let objects = Collected.objects(
            "{apiVersion: v1, kind: PersistentVolume, metadata: {name: a}, "
                + "spec: {csi: {nodePublishSecretRef: {name: s3, namespace: x}}}}",
            "{apiVersion: storage.k8s.io/v1, kind: StorageClass, metadata: {name: b}, parameters: "
                + "{csi.storage.k8s.io/node-publish-secret-name: s3, csi.storage.k8s.io/node-publish-secret-namespace: y}}"
        )
        #expect(
            objects.mentions.map { "\($0.object.kind) \($0.namespace ?? "")/\($0.name)" } == [
                "PersistentVolume x/s3", "StorageClass y/s3",
            ])
    }

    @Test func leavesPodTemplatesToTheirReader() {
        let spec = """
            spec: {env: [{name: A, valueFrom: {secretKeyRef: {name: a, key: k}}}], \
            volumes: [{name: v, secret: {secretName: b}}], backup: {secretRef: {name: c}}}
            """
        #expect(mentions(spec) == ["spec.backup.secretRef.name Secret -/c -"])
    }

    @Test func leavesBuiltInKindsOut() {
        #expect(
            Collected.objects(
                "{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: a}, spec: {tls: [{secretName: t}]}}"
            )
                == {
                    var objects = ClusterObjects()
                    objects.kinds = ["dump": ["networking.k8s.io/v1/Ingress": 1]]
                    return objects
                }())
    }

    @Test func stopsAtALimit() {
        let list = (0..<3000).map { "a\($0)" }.joined(separator: ",")
        #expect(mentions("spec: {secrets: [\(list)]}").count == MentionSearch.limit)
    }
}
