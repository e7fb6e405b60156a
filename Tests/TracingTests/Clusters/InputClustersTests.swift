import MigrationModel
import Testing

@testable import Tracing

struct InputClustersTests {
    private func account(_ uid: String, _ input: String) -> ServiceAccountFacts {
        ServiceAccountFacts(
            input: input,
            object: ObjectDescription(reference: ImaginedCluster.reference("ServiceAccount", "default"), uid: uid))
    }

    @Test func tellsClustersApartByUniqueIds() {
        var objects = ClusterObjects()
        objects.serviceAccounts = [account("1", "a.json"), account("2", "b.json"), account("1", "a2.json")]
        let clusters = InputClusters(objects)
        #expect(["a.json", "b.json", "a2.json", "secrets.json"].map(clusters.cluster) == [0, 1, 0, 0])
    }

    @Test func takesPartsOfAClusterForOne() {
        var objects = ClusterObjects()
        objects.serviceAccounts = [account("", "base.yaml"), account("", "overlay.yaml")]
        let clusters = InputClusters(objects)
        #expect(["base.yaml", "overlay.yaml"].map(clusters.cluster) == [0, 0])
        #expect(clusters.clusters(named: "production") == [0])
    }

    @Test func countsAnObjectOfOverlappingDumpsOnce() {
        var cluster = ImaginedCluster()
        cluster.addKey(to: ImaginedCluster.reference("Secret", "aws"), input: "a.json")
        let app = Container(name: "app", environment: [.secret("KEY", "aws", "AWS_ACCESS_KEY_ID")])
        for input in ["a.json", "b.json"] {
            cluster.addAccount("default", uid: "1", input: input)
            cluster.addWorkload(ImaginedCluster.reference("Deployment", "api"), [app], uid: "2", input: input)
        }
        #expect(cluster.trace().services.map(\.name.input) == ["a.json"])
        #expect(cluster.trace().inventory.count == 1)
    }

    @Test func looksForReferencesInTheSameClusterOnly() {
        var cluster = ImaginedCluster()
        cluster.addKey(to: ImaginedCluster.reference("Secret", "aws"), input: "a.json")
        cluster.addAccount("default", uid: "1", input: "a.json")
        cluster.addAccount("default", uid: "2", input: "b.json")
        let app = Container(name: "app", environment: [.secret("KEY", "aws", "AWS_ACCESS_KEY_ID")])
        for input in ["a.json", "b.json"] {
            cluster.addWorkload(ImaginedCluster.reference("Deployment", "api"), [app], input: input)
        }
        #expect(cluster.trace().consumptions.map(\.service.input) == ["a.json"])
    }
}
