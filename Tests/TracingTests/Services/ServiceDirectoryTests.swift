import MigrationModel
import Testing

@testable import Tracing

struct ServiceDirectoryTests {
    private typealias Cluster = ImaginedCluster

    private let app = Container(name: "app", environment: [.secret("KEY", "aws", "AWS_ACCESS_KEY_ID")])
    private let deployment = ImaginedCluster.reference("Deployment", "api")
    private let set = ImaginedCluster.reference("ReplicaSet", "api-6d4")
    private let pod = ImaginedCluster.reference("Pod", "api-6d4-x")

    private func cluster(_ build: (inout ImaginedCluster) -> Void) -> ImaginedCluster {
        var cluster = ImaginedCluster()
        cluster.addKey(to: Cluster.reference("Secret", "aws"))
        build(&cluster)
        return cluster
    }

    @Test func foldsPodsAndReplicaSetsIntoTheirDeployment() {
        let cluster = cluster { cluster in
            cluster.addWorkload(deployment, [app], uid: "d")
            cluster.addWorkload(set, [app], uid: "r", owner: Cluster.owner(deployment, uid: "d"))
            cluster.addWorkload(
                pod, [app], uid: "p", owner: Cluster.owner(set, uid: "r"), pod: PodStatus(phase: "Running"))
        }
        #expect(cluster.consumers() == ["api/app: env KEY of Secret shop/aws"])
        #expect(cluster.trace().services.map(\.pods) == [1])
    }

    @Test func keepsWhatOnlyAnOldRevisionReceives() {
        let cluster = cluster { cluster in
            cluster.addWorkload(deployment, [Container(name: "app")], uid: "d")
            cluster.addWorkload(set, [app], uid: "r", owner: Cluster.owner(deployment, uid: "d"))
            cluster.addWorkload(pod, [app], uid: "p", owner: Cluster.owner(set, uid: "r"))
        }
        #expect(cluster.consumers() == ["api/app: env KEY of Secret shop/aws in ReplicaSet shop/api-6d4"])
    }

    @Test func knowsOwnersThatTheInputDoesNotHave() {
        let cluster = cluster { cluster in
            cluster.addWorkload(
                pod, [app], uid: "p", owner: Cluster.owner(set, uid: "r"), labels: ["pod-template-hash": "6d4"])
            let game = ObjectReference(apiVersion: "game.example.com/v1", kind: "Fleet", namespace: "shop", name: "g")
            cluster.addWorkload(Cluster.reference("Pod", "g-1"), [app], uid: "g1", owner: Cluster.owner(game, uid: "g"))
        }
        #expect(cluster.trace().services.map(\.name.object.description) == ["Deployment shop/api", "Fleet shop/g"])
    }

    @Test func takesNoStrangerOfTheSameNameForTheOwner() {
        let cluster = cluster { cluster in
            cluster.addWorkload(deployment, [Container(name: "app")], uid: "new")
            cluster.addWorkload(pod, [app], uid: "p", owner: Cluster.owner(deployment, uid: "old"))
        }
        // The service is called the same all the same: what the Pod receives is of that service.
        #expect(cluster.consumers() == ["api/app: env KEY of Secret shop/aws in Pod shop/api-6d4-x"])
    }

    @Test func endsWhereOwnersRunInACircle() {
        let cluster = cluster { cluster in
            cluster.addWorkload(deployment, [app], uid: "d", owner: Cluster.owner(set, uid: "r"))
            cluster.addWorkload(set, [app], uid: "r", owner: Cluster.owner(deployment, uid: "d"))
        }
        #expect(cluster.trace().services.count == 2)
    }

    @Test(arguments: [["dump.json", "repository"], ["repository", "dump.json"]])
    func takesAManifestForTheObjectThatItDescribes(inputs: [String]) {
        let cluster = cluster { cluster in
            for input in inputs {
                cluster.addWorkload(deployment, [app], uid: input == "dump.json" ? "d" : "", input: input)
            }
        }
        #expect(cluster.trace().services.map(\.name.input) == ["dump.json"])
        #expect(cluster.consumers() == ["api/app: env KEY of Secret shop/aws"])
    }

    @Test func keepsManifestsOfDifferentFilesApart() {
        let cluster = cluster { cluster in
            for input in ["production", "staging"] { cluster.addWorkload(deployment, [app], input: input) }
        }
        #expect(cluster.trace().services.map(\.name.input) == ["production", "staging"])
    }

    @Test func groupsServicesThatShareKeys() {
        let cluster = cluster { cluster in
            for name in ["api", "web", "job"] { cluster.addWorkload(Cluster.reference("Deployment", name), [app]) }
        }
        #expect(
            cluster.trace().groups == [
                ServiceGroup(
                    keys: [Cluster.key],
                    services: ["api", "job", "web"].map {
                        WorkloadName(input: Cluster.input, object: Cluster.reference("Deployment", $0))
                    })
            ])
    }
}
