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

    @Test func keepsWhatOnlyAnOldControllerRevisionReceives() {
        let set = ImaginedCluster.reference("StatefulSet", "store")
        let cluster = cluster { cluster in
            cluster.addWorkload(set, [Container(name: "app")], uid: "s")
            for (name, container) in [("store-5f", app), ("store-77", Container(name: "app"))] {
                let revision = Cluster.reference("ControllerRevision", name)
                cluster.addWorkload(revision, [container], uid: name, owner: Cluster.owner(set, uid: "s"))
            }
        }
        #expect(cluster.consumers() == ["store/app: env KEY of Secret shop/aws in ControllerRevision shop/store-5f"])
        #expect(cluster.trace().services.map(\.containers) == [["app"]])
    }

    @Test(arguments: [("shop", "Deployment", true), ("other", "Deployment", false), ("shop", "StatefulSet", false)])
    func followsTheTemplateThatARolloutUses(namespace: String, kind: String, isFollowed: Bool) {
        let rollout = ObjectReference(
            apiVersion: "argoproj.io/v1alpha1", kind: "Rollout", namespace: namespace, name: "checkout")
        let cluster = cluster { cluster in
            cluster.objects.workloads.append(
                Workload(
                    input: Cluster.input, object: ObjectDescription(reference: rollout, uid: "o"), templates: [],
                    replicas: 3, updateStrategy: "Canary",
                    templateSource: Cluster.reference(kind, "api", in: namespace)))
            cluster.addWorkload(deployment, [app], uid: "d", serviceAccount: "robot")
            cluster.addWorkload(set, [app], uid: "r", owner: Cluster.owner(rollout, uid: "o"))
        }
        let own = "api/app: env KEY of Secret shop/aws"
        let followed = "checkout/app: env KEY of Secret shop/aws in Deployment shop/api"
        let revision = "checkout/app: env KEY of Secret shop/aws in ReplicaSet shop/api-6d4"
        #expect(cluster.consumers().sorted() == (isFollowed ? [followed] : [own, revision]))
        let service = cluster.trace().services.first { $0.name.object == rollout }
        #expect(service?.serviceAccounts == [isFollowed ? "robot" : "default"])
        #expect(service?.updateStrategy == "Canary")
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
