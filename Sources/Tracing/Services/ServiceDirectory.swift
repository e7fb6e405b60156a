import MigrationModel

/// The workload on top of the owners of every Pod, ReplicaSet and Job.
struct ServiceDirectory {
    /// Longer than any chain of controllers in use; references of hostile objects may run in circles.
    private static let limit = 16

    private let workloads: [Workload]
    private let clusters: InputClusters
    private var byUID: [String: Int] = [:]
    private var byName: [Name: Int] = [:]

    private struct Name: Hashable {
        var cluster: Int
        var kind: String
        var namespace: String?
        var name: String
    }

    init(_ workloads: [Workload], clusters: InputClusters) {
        self.workloads = workloads
        self.clusters = clusters
        for (index, workload) in workloads.enumerated() {
            let object = workload.object
            if !object.uid.isEmpty { byUID[object.uid] = index }
            let name = Name(
                cluster: clusters.cluster(of: workload.input), kind: object.reference.kind,
                namespace: object.reference.namespace, name: object.reference.name)
            // A manifest beside a dump describes what the dump has: one service, not two.
            if let other = byName[name], !workloads[other].object.uid.isEmpty || object.uid.isEmpty { continue }
            byName[name] = index
        }
    }

    /// The service that a workload belongs to: itself, or what owns it, known to the input or not.
    func service(of index: Int) -> WorkloadName {
        var (current, visited) = (index, Set([index]))
        while let owner = workloads[current].object.owners.first(where: \.controller) {
            guard let next = known(owner, of: current) else { return unknown(owner, of: current) }
            guard visited.insert(next).inserted, visited.count <= Self.limit else { break }
            current = next
        }
        return itself(current)
    }

    private func itself(_ index: Int) -> WorkloadName {
        let object = workloads[index].object
        let live = byName[name(object.reference.kind, object.reference.name, of: index)]
        let best = live.flatMap { object.uid.isEmpty && !workloads[$0].object.uid.isEmpty ? $0 : nil } ?? index
        return WorkloadName(input: workloads[best].input, object: workloads[best].object.reference)
    }

    /// By unique id; by name only if one of the two has no id, since an object of the same name may be another one.
    private func known(_ owner: OwnerReference, of index: Int) -> Int? {
        if !owner.uid.isEmpty, let found = byUID[owner.uid] { return found }
        guard let found = byName[name(owner.kind, owner.name, of: index)] else { return nil }
        return owner.uid.isEmpty || workloads[found].object.uid.isEmpty ? found : nil
    }

    /// An owner that the input does not have; of a ReplicaSet named by its template hash, the Deployment.
    private func unknown(_ owner: OwnerReference, of index: Int) -> WorkloadName {
        let workload = workloads[index]
        let hash = workload.object.labels["pod-template-hash"] ?? ""
        if owner.kind == "ReplicaSet", !hash.isEmpty, owner.name.hasSuffix("-" + hash) {
            let deployment = String(owner.name.dropLast(hash.count + 1))
            if let found = byName[name("Deployment", deployment, of: index)] {
                return WorkloadName(input: workloads[found].input, object: workloads[found].object.reference)
            }
            return top("apps/v1", "Deployment", deployment, of: workload)
        }
        return top(owner.apiVersion, owner.kind, owner.name, of: workload)
    }

    private func name(_ kind: String, _ name: String, of index: Int) -> Name {
        let workload = workloads[index]
        return Name(
            cluster: clusters.cluster(of: workload.input), kind: kind,
            namespace: workload.object.reference.namespace, name: name)
    }

    private func top(_ apiVersion: String, _ kind: String, _ name: String, of workload: Workload) -> WorkloadName {
        WorkloadName(
            input: workload.input,
            object: ObjectReference(
                apiVersion: apiVersion, kind: kind, namespace: workload.object.reference.namespace, name: name))
    }
}
