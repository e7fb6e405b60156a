import MigrationModel
import Testing

@testable import Planning

/// Whether a key that stands in a revision of a service is of any use to what runs.
struct KeptRevisionsTests {
    private func reference(_ kind: String, _ name: String) -> ObjectReference {
        ObjectReference(apiVersion: "apps/v1", kind: kind, namespace: "shop", name: name)
    }

    private func name(_ object: ObjectReference) -> WorkloadName { WorkloadName(input: "dump.json", object: object) }

    /// A service, its revision and a Pod of it, each where it is given; the key comes to the objects that are named.
    private func isKept(
        _ kind: String, revision: ObjectReference, replicas: Int? = nil, pod: PodStatus? = nil, hash: String? = nil,
        owner: ObjectReference? = nil, receiving: [ObjectReference]? = nil, hasTemplate: Bool = true
    ) -> Bool {
        let service = reference(kind, "api")
        var objects = ClusterObjects()
        objects.workloads = [
            Workload(
                input: "dump.json", object: ObjectDescription(reference: service),
                templates: hasTemplate ? [PodTemplate(serviceAccount: "api")] : []),
            Workload(
                input: "dump.json", object: ObjectDescription(reference: revision),
                templates: [PodTemplate(serviceAccount: "api")], replicas: replicas),
        ]
        if let pod, let owner {
            var object = ObjectDescription(
                reference: ObjectReference(apiVersion: "v1", kind: "Pod", namespace: "shop", name: "api-0"))
            object.labels["controller-revision-hash"] = hash
            object.owners = [
                OwnerReference(
                    apiVersion: owner.apiVersion, kind: owner.kind, name: owner.name, uid: "", controller: true)
            ]
            objects.workloads.append(
                Workload(
                    input: "dump.json", object: object, templates: [PodTemplate(serviceAccount: "api")], pod: pod))
        }
        let key = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKHKKEN7O4")
        let received = (receiving ?? [revision]).map {
            Consumption(key: key, service: name(service), object: $0, reception: .environmentFrom(variable: "A"))
        }
        return KeptRevisions(objects, [name(service): received]).holdAll(of: name(service))
    }

    private let running = PodStatus(phase: "Running")

    @Test func findsReplicaSetsWithoutPods() {
        let old = reference("ReplicaSet", "api-1")
        #expect(isKept("Deployment", revision: old, replicas: 0))
        #expect(isKept("Deployment", revision: old, replicas: 0, pod: PodStatus(phase: "Succeeded"), owner: old))
        // One replica unless something else is said.
        #expect(!isKept("Deployment", revision: old))
        #expect(!isKept("Deployment", revision: old, replicas: 1))
        #expect(!isKept("Deployment", revision: old, replicas: 0, pod: running, owner: old))
    }

    @Test func findsControllerRevisionsThatNoPodHas() {
        let (service, old) = (reference("StatefulSet", "api"), reference("ControllerRevision", "api-5d8"))
        #expect(isKept("StatefulSet", revision: old))
        #expect(isKept("StatefulSet", revision: old, pod: running, hash: "api-7f9", owner: service))
        #expect(!isKept("StatefulSet", revision: old, pod: running, hash: "api-5d8", owner: service))
        // Which one a Pod without the label has, nobody can tell.
        #expect(!isKept("StatefulSet", revision: old, pod: running, owner: service))
        let set = reference("DaemonSet", "api")
        #expect(isKept("DaemonSet", revision: old, pod: running, hash: "7f9", owner: set))
        #expect(!isKept("DaemonSet", revision: old, pod: running, hash: "5d8", owner: set))
    }

    @Test func leavesWhatHasTheKeyItself() {
        let old = reference("ControllerRevision", "api-5d8")
        #expect(!isKept("StatefulSet", revision: old, receiving: [old, reference("StatefulSet", "api")]))
        #expect(!isKept("StatefulSet", revision: old, receiving: [reference("Pod", "api-0")]))
        // Without its template nobody knows what a new Pod would have.
        #expect(!isKept("StatefulSet", revision: old, hasTemplate: false))
        #expect(!isKept("CronJob", revision: old))
    }
}
