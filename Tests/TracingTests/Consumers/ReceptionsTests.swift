import MigrationModel
import Testing

@testable import Tracing

struct ReceptionsTests {
    private let aws = ImaginedCluster.reference("Secret", "aws")
    private let api = ImaginedCluster.reference("Deployment", "api")

    /// The consumers of a key in the Secret `aws`, when one container is as given.
    private func consumers(
        _ container: Container, volumes: [Volume] = [], entry: String = "AWS_ACCESS_KEY_ID",
        _ change: (inout ImaginedCluster) -> Void = { _ in }
    ) -> [String] {
        var cluster = ImaginedCluster()
        cluster.addKey(to: aws, entry: entry)
        cluster.addWorkload(api, [container], volumes: volumes)
        change(&cluster)
        return cluster.consumers()
    }

    private func secretVolume(
        _ name: String = "creds", _ object: String = "aws", items: [CarrierFiles.Item]? = nil, optional: Bool = false,
        projected: Bool = false
    ) -> Volume {
        Volume(
            name: name,
            sources: [.carrier(CarrierFiles(kind: .secret, object: object, items: items, optional: optional))],
            isProjected: projected)
    }

    // MARK: Variables

    @Test func followsAVariable() {
        let container = Container(
            name: "app", environment: [.secret("KEY", "aws", "AWS_ACCESS_KEY_ID", optional: true)])
        #expect(consumers(container) == ["api/app: env KEY of Secret shop/aws, optional"])
    }

    @Test func passesOverAnEntryWithoutCredential() {
        #expect(consumers(Container(name: "app", environment: [.secret("REGION", "aws", "REGION")])) == [])
    }

    @Test func countsASecretHalfAlone() {
        let half = EnvironmentEntry.secret("SECRET", "aws", "AWS_SECRET_ACCESS_KEY")
        #expect(
            consumers(Container(name: "app", environment: [half])) == ["api/app: env SECRET of Secret shop/aws"])
        let whole = EnvironmentEntry.secret("ID", "aws", "AWS_ACCESS_KEY_ID")
        #expect(
            consumers(Container(name: "app", environment: [whole, half])) == ["api/app: env ID of Secret shop/aws"])
    }

    @Test func passesOverTheSameNameElsewhere() {
        let container = Container(name: "app", environment: [.secret("KEY", "aws", "AWS_ACCESS_KEY_ID")])
        let found = consumers(Container(name: "idle")) { cluster in
            cluster.addWorkload(ImaginedCluster.reference("Deployment", "api", in: "other"), [container])
        }
        #expect(found == [])
    }

    @Test func prefixesAllEntries() {
        let from = EnvironmentFrom(kind: .secret, object: "aws", prefix: "S3_")
        #expect(
            consumers(Container(name: "app", environmentFrom: [from]))
                == ["api/app: envFrom S3_AWS_ACCESS_KEY_ID of Secret shop/aws"])
    }

    @Test func passesOverWhatIsOverridden() {
        let from = EnvironmentFrom(kind: .secret, object: "aws")
        let own = Container(
            name: "app", environmentFrom: [from],
            environment: [.literal("AWS_ACCESS_KEY_ID"), .literal("AWS_SECRET_ACCESS_KEY")])
        #expect(consumers(own) == [])
        let other = ImaginedCluster.reference("Secret", "other")
        let later = Container(
            name: "app", environmentFrom: [from, EnvironmentFrom(kind: .secret, object: "other")])
        let found = consumers(later) { cluster in
            cluster.addKey(KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKOTHERKEY"), to: other)
        }
        #expect(found == ["api/app: envFrom AWS_ACCESS_KEY_ID of Secret shop/other"])
    }

    @Test func followsExpansion() {
        let container = Container(
            name: "app",
            environment: [
                .literal("EARLY", references: ["KEY"]), .secret("KEY", "aws", "AWS_ACCESS_KEY_ID"),
                .literal("URL", references: ["KEY"]), .literal("DEEP", references: ["URL"]),
            ], argumentReferences: ["DEEP", "NONE"])
        #expect(
            consumers(container) == [
                "api/app: argument $(DEEP) of Secret shop/aws", "api/app: env KEY of Secret shop/aws",
                "api/app: expansion DEEP of Secret shop/aws", "api/app: expansion URL of Secret shop/aws",
            ])
    }

    // MARK: Files

    @Test func followsVolumes() {
        let mounts = [VolumeMount(volume: "creds", path: "/root/.aws/")]
        #expect(
            consumers(
                Container(name: "app", mounts: mounts), volumes: [secretVolume(optional: true)], entry: "credentials")
                == ["api/app: volume /root/.aws/credentials of Secret shop/aws, optional"])
        #expect(
            consumers(Container(name: "app", mounts: mounts), volumes: [secretVolume(projected: true)], entry: "c")
                == ["api/app: projected /root/.aws/c of Secret shop/aws"])
    }

    @Test func looksAtItems() {
        let mounts = [VolumeMount(volume: "creds", path: "/etc/aws")]
        let chosen = secretVolume(items: [CarrierFiles.Item(entry: "c", path: "sub/credentials")])
        #expect(
            consumers(Container(name: "app", mounts: mounts), volumes: [chosen], entry: "c")
                == ["api/app: volume /etc/aws/sub/credentials of Secret shop/aws"])
        let others = secretVolume(items: [CarrierFiles.Item(entry: "REGION", path: "region")])
        #expect(consumers(Container(name: "app", mounts: mounts), volumes: [others], entry: "c") == [])
    }

    @Test func looksAtSubPaths() {
        func found(_ subPath: String) -> [String] {
            let mount = VolumeMount(volume: "creds", path: "/root/.aws/credentials", subPath: subPath)
            return consumers(Container(name: "app", mounts: [mount]), volumes: [secretVolume()], entry: "c")
        }
        #expect(found("c") == ["api/app: subPath /root/.aws/credentials of Secret shop/aws"])
        #expect(found("REGION") == [])
        #expect(found("d") == [])
    }

    @Test func passesOverAVolumeThatNoContainerMounts() {
        #expect(consumers(Container(name: "app"), volumes: [secretVolume()]) == [])
    }

    @Test func followsDrivers() {
        let volumes = [
            Volume(name: "creds", sources: [.csi(driver: "blob.csi.azure.com", publishSecret: "aws")]),
            Volume(name: "store", sources: [.secretsStore(providerClass: "vault")]),
        ]
        let mounts = [VolumeMount(volume: "creds", path: "/blob"), VolumeMount(volume: "store", path: "/store")]
        let store = ObjectReference(
            apiVersion: "secrets-store.csi.x-k8s.io/v1", kind: "SecretProviderClass", namespace: "shop", name: "vault")
        let found = consumers(Container(name: "app", mounts: mounts), volumes: volumes, entry: "c") { cluster in
            cluster.addInlineKey(in: store, at: ValuePath([.field("spec"), .field("parameters")]))
        }
        #expect(
            found == [
                "api/app: csi /blob of Secret shop/aws", "api/app: csi /store",
                "vault/-: customResource spec.parameters, possible",
            ])
    }

    // MARK: The template and its surroundings

    @Test func findsLiterals() {
        var cluster = ImaginedCluster()
        let path =
            ImaginedCluster.path() + [.field("containers"), .index(1), .field("env"), .index(0), .field("value")]
        cluster.addInlineKey(in: api, at: ValuePath(path))
        cluster.addWorkload(
            api, [Container(name: "proxy"), Container(name: "app", environment: [.literal("KEY")])])
        #expect(cluster.consumers() == ["api/app: inline \(ValuePath(path))"])
    }

    @Test func passesOverCopiesInAnnotations() {
        var cluster = ImaginedCluster()
        let annotation = "kubectl.kubernetes.io/last-applied-configuration"
        for kind in ["Deployment", "Bucket"] {
            cluster.addInlineKey(
                in: ImaginedCluster.reference(kind, "api"),
                at: ValuePath([.field("metadata"), .field("annotations"), .field(annotation), .field("spec")]))
        }
        cluster.addWorkload(api, [Container(name: "app")])
        #expect(cluster.consumers() == [])
    }

    @Test func followsPullSecretsAndServiceAccounts() {
        let found = consumers(Container(name: "app")) { cluster in
            cluster.objects.workloads[0].templates[0].serviceAccount = "robot"
            cluster.addAccount("robot", secrets: ["aws"], pullSecrets: ["aws"])
            cluster.addWorkload(ImaginedCluster.reference("Deployment", "web"), [], pullSecrets: ["aws"])
        }
        #expect(
            found == [
                "api/-: imagePullSecret of Secret shop/aws", "api/-: serviceAccountSecret of Secret shop/aws, possible",
                "web/-: imagePullSecret of Secret shop/aws",
            ])
    }

    @Test(arguments: [
        (String?.none, CarrierKind?.some(.secret), true), ("shop", nil, true), ("other", .secret, false),
        (nil, .configMap, false),
    ])
    func takesReferencesOfCustomResources(namespace: String?, kind: CarrierKind?, isFound: Bool) {
        let bucket = ImaginedCluster.reference("Bucket", "backups")
        let path = ValuePath([.field("spec"), .field("secretRef"), .field("name")])
        let found = consumers(Container(name: "app")) { cluster in
            cluster.objects.mentions = [
                CarrierMention(
                    input: ImaginedCluster.input, object: bucket, path: path, kind: kind, name: "aws",
                    namespace: namespace)
            ]
        }
        let expected = "backups/-: customResource spec.secretRef.name of Secret shop/aws, possible"
        #expect(found == (isFound ? [expected] : []))
    }

    @Test func looksEverywhereForClusterScopedResources() {
        let issuer = ImaginedCluster.reference("Bucket", "issuer", in: nil)
        let found = consumers(Container(name: "app")) { cluster in
            cluster.objects.mentions = [
                CarrierMention(
                    input: ImaginedCluster.input, object: issuer, path: ValuePath([.field("spec")]), name: "aws",
                    entry: "REGION"),
                CarrierMention(
                    input: ImaginedCluster.input, object: issuer, path: ValuePath([.field("auth")]), name: "aws",
                    entry: "AWS_SECRET_ACCESS_KEY"),
            ]
        }
        #expect(found == ["issuer/-: customResource auth of Secret shop/aws, possible"])
    }
}
