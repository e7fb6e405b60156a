import MigrationModel

/// Finds the services to which keys come in nothing but revisions that they keep.
///
/// What runs of such a service has other credentials, or needs none: only a rollback would bring the key back. A revision of which a
/// Pod still runs is not former yet.
struct KeptRevisions {
    private var found: Set<WorkloadName> = []

    /// - Parameters:
    ///   - objects: what was read.
    ///   - consumptions: the ways on which keys come to each service.
    init(_ objects: ClusterObjects, _ consumptions: [WorkloadName: [Consumption]]) {
        let candidates = consumptions.filter { service, received in
            service.object.keepsRevisions && received.allSatisfy(\.isOfRevision)
        }
        guard !candidates.isEmpty else { return }
        let running = RunningRevisions(objects)
        let known = Set(
            objects.workloads.lazy.filter { !$0.templates.isEmpty }.map {
                WorkloadName(input: $0.input, object: $0.object.reference)
            })
        for (service, received) in candidates where known.contains(service) {
            let isRunning = Set(received.map(\.object)).contains { running.contains($0, of: service) }
            if !isRunning { found.insert(service) }
        }
    }

    /// Whether keys come to a service in former revisions only.
    func holdAll(of service: WorkloadName) -> Bool { found.contains(service) }
}

/// The revisions of which there are Pods, or are to be some.
private struct RunningRevisions {
    /// ReplicaSets and their like.
    private var makers: Set<WorkloadName> = []
    /// The label of a Pod that says its revision, by the StatefulSet or DaemonSet; empty where a Pod has none.
    private var hashes: [WorkloadName: Set<String>] = [:]

    init(_ objects: ClusterObjects) {
        for index in objects.workloads.indices {
            let (object, input) = (objects.workloads[index].object, objects.workloads[index].input)
            if object.reference.isReplicaSet, objects.workloads[index].replicas != 0 {
                makers.insert(WorkloadName(input: input, object: object.reference))
            }
            guard let pod = objects.workloads[index].pod, !pod.hasEnded,
                let owner = object.owners.first(where: \.controller)
            else { continue }
            let maker = WorkloadName(
                input: input,
                object: ObjectReference(
                    apiVersion: owner.apiVersion, kind: owner.kind, namespace: object.reference.namespace,
                    name: owner.name))
            makers.insert(maker)
            hashes[maker, default: []].insert(object.labels["controller-revision-hash"] ?? "")
        }
    }

    /// Whether a revision of a service runs; one that cannot be told from others does.
    func contains(_ revision: ObjectReference, of service: WorkloadName) -> Bool {
        guard !revision.isReplicaSet else {
            return makers.contains(WorkloadName(input: service.input, object: revision))
        }
        // The label is the name of a StatefulSet's revision, and the end of the name of a DaemonSet's.
        return (hashes[service] ?? []).contains { hash in
            hash.isEmpty || revision.name == hash || revision.name.hasSuffix("-" + hash)
        }
    }
}

extension ObjectReference {
    /// Whether it keeps a template of its maker and the Pods of that one.
    fileprivate var isReplicaSet: Bool { kind == "ReplicaSet" || kind == "ReplicationController" }
}

extension Consumption {
    /// Whether the key comes to a template that its service keeps beside its own.
    fileprivate var isOfRevision: Bool {
        object != service.object && (object.isReplicaSet || object.kind == "ControllerRevision")
    }
}
