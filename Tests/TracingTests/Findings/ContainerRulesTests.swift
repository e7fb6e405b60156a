import MigrationModel
import Testing

@testable import Tracing

/// What is said of one container, for each rule a case that matches, one that does not, and what lies between.
struct ContainerRulesTests {
    private typealias Cluster = ImaginedCluster

    private let role = ["eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/api"]
    private let api = ImaginedCluster.reference("Deployment", "api")
    private let keys: [EnvironmentEntry] = [
        .secret("AWS_ACCESS_KEY_ID", "aws", "AWS_ACCESS_KEY_ID"),
        .secret("AWS_SECRET_ACCESS_KEY", "aws", "AWS_SECRET_ACCESS_KEY"),
    ]
    private let file = Volume(
        name: "aws", sources: [.carrier(CarrierFiles(kind: .secret, object: "file"))])
    private let mount = VolumeMount(volume: "aws", path: "/root/.aws")

    private func cluster(
        _ container: Container, annotations: [String: String] = [:], sdk: String? = nil,
        _ change: (inout ImaginedCluster) -> Void = { _ in }
    ) -> ImaginedCluster {
        var cluster = ImaginedCluster()
        cluster.addKey(to: Cluster.reference("Secret", "aws"))
        let profile = ProfileContents(
            section: "default", settings: ["aws_access_key_id": .present, "aws_secret_access_key": .present])
        cluster.addKey(to: Cluster.reference("Secret", "file"), entry: "credentials", file: .profiles([profile]))
        cluster.addAccount("api", annotations: annotations)
        cluster.addWorkload(
            api, [container], volumes: [file], annotations: sdk.map { ["keyshift/sdk": $0] } ?? [:],
            serviceAccount: "api")
        change(&cluster)
        return cluster
    }

    private func codes(_ cluster: ImaginedCluster, _ associations: [PodIdentityAssociation] = []) -> [String] {
        cluster.trace(associations: associations).findings.filter { $0.object == api }.map { finding in
            finding.code.rawValue + (finding.families.isEmpty ? "" : ": " + finding.families.joined(separator: " "))
        }
    }

    private let association = PodIdentityAssociation(
        cluster: "prod", namespace: "shop", serviceAccount: "api", role: "arn:aws:iam::123456789012:role/api")

    @Test func saysThatAKeyInVariablesShadowsARole() {
        let container = Container(name: "app", environment: keys)
        #expect(codes(cluster(container, annotations: role, sdk: "boto3")) == ["static-shadows-federated"])
        #expect(codes(cluster(container, sdk: "boto3")) == [])
    }

    @Test func saysThatTheOldDotnetTakesTheRoleAtOnce() {
        let container = Container(name: "app", environment: keys)
        #expect(
            codes(cluster(container, annotations: role, sdk: "dotnet-v3")) == ["federated-takes-over-at-restart"])
    }

    @Test func considersEveryFamilyWhereNothingTells() {
        let found = codes(cluster(Container(name: "app", environment: keys), annotations: role))
        #expect(
            found.map { $0.prefix { $0 != ":" } } == ["federated-takes-over-at-restart", "static-shadows-federated"])
        #expect(found[0] == "federated-takes-over-at-restart: dotnet-v3")
        #expect(found[1].contains("boto3"))
    }

    @Test func tellsIRSAFromPodIdentityBesideAFile() {
        let container = Container(name: "app", mounts: [mount])
        #expect(codes(cluster(container, annotations: role, sdk: "boto3")) == ["federated-takes-over-at-restart"])
        #expect(codes(cluster(container, sdk: "boto3"), [association]) == ["file-shadows-pod-identity"])
        #expect(codes(cluster(container, annotations: role, sdk: "rust")) == ["static-shadows-federated"])
        #expect(codes(cluster(container, sdk: "boto3")) == [])
    }

    @Test func saysNothingOfATakeoverThatHasHappened() {
        var cluster = cluster(Container(name: "app", mounts: [mount]), annotations: role, sdk: "boto3")
        let token = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token"
        let injected = Container(
            name: "app",
            environment: [
                .literal("AWS_ROLE_ARN", "arn:aws:iam::123456789012:role/api"),
                .literal("AWS_WEB_IDENTITY_TOKEN_FILE", token),
            ],
            mounts: [
                mount, VolumeMount(volume: "aws-iam-token", path: "/var/run/secrets/eks.amazonaws.com/serviceaccount"),
            ])
        let volume = Volume(
            name: "aws-iam-token", sources: [.token(ProjectedToken(audience: "sts.amazonaws.com", path: "token"))],
            isProjected: true)
        cluster.addWorkload(
            Cluster.reference("Pod", "api-1"), [injected], volumes: [file, volume], owner: Cluster.owner(api),
            annotations: ["keyshift/sdk": "boto3"], serviceAccount: "api", pod: PodStatus(phase: "Running"))
        #expect(codes(cluster) == [])
    }

    @Test func namesHalfACredential() {
        #expect(
            codes(cluster(Container(name: "app", environment: [keys[0]]), annotations: role, sdk: "boto3"))
                == ["partial-static-credential"])
        let found = codes(cluster(Container(name: "app", environment: [keys[0]]), annotations: role, sdk: "go-v2"))
        #expect(found == ["partial-static-credential"])
    }

    @Test func namesAProfileThatIsNotThere() {
        func found(_ profile: String, _ mounts: [VolumeMount] = []) -> [String] {
            codes(
                cluster(
                    Container(name: "app", environment: keys + [.literal("AWS_PROFILE", profile)], mounts: mounts),
                    sdk: "boto3"))
        }
        #expect(found("reports") == ["credential-file-missing"])
        #expect(found("default", [mount]) == [])
        #expect(found("reports", [mount, VolumeMount(volume: "scratch", path: "/x")]) == [])
    }

    @Test func namesTheNodeWhereNothingElseIsLeft() {
        #expect(
            codes(cluster(Container(name: "app", environment: [keys[1]]), sdk: "boto3"))
                == ["node-role-fallback", "partial-static-credential"])
    }

    @Test func takesPodIdentityBeforeIRSAWhenBothAreThere() {
        let trace = cluster(Container(name: "app"), annotations: role, sdk: "boto3").trace(associations: [association])
        #expect(trace.identities.flatMap(\.next).map(\.outcome) == [.uses(.container, .federated)])
    }
}
