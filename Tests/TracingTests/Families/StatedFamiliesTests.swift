import MigrationModel
import Testing

@testable import Tracing

struct StatedFamiliesTests {
    private typealias Cluster = ImaginedCluster

    /// The families that count for a container with a key, of which an annotation says that it uses boto3.
    private func families(_ stated: [StatedFamilies]) -> [FamilyChoice] {
        var cluster = ImaginedCluster()
        cluster.addKey(to: Cluster.reference("Secret", "aws"))
        cluster.addWorkload(
            Cluster.reference("Deployment", "api"),
            [Container(name: "app", environment: [.secret("AWS_ACCESS_KEY_ID", "aws", "AWS_ACCESS_KEY_ID")])],
            annotations: ["keyshift/sdk": "boto3"])
        let trace = ClusterTrace(
            cluster.keys, objects: cluster.objects, inputs: [Cluster.input], stated: stated
        ).trace()
        return trace.identities.map(\.families)
    }

    @Test func believesTheConfigurationFirst() {
        let go = FamilyChoice(families: ["go-v2"], basis: .stated)
        #expect(families([StatedFamilies(service: "shop/*/api", families: ["go-v2"])]) == [go])
        let first = [
            StatedFamilies(service: "shop/Deployment/api", families: ["go-v2"]),
            StatedFamilies(service: "*", families: ["rust"]),
        ]
        #expect(families(first) == [go])
    }

    @Test(arguments: [("blog/*/api", ["go-v2"]), ("shop/*/api", []), ("shop/*/api", ["azure-python"])])
    func fallsBackToTheAnnotation(service: String, sdk: [String]) {
        #expect(
            families([StatedFamilies(service: service, families: sdk)])
                == [FamilyChoice(families: ["boto3"], basis: .stated)])
    }
}
