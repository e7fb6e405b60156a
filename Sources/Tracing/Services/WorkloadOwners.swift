import MigrationModel

/// Follows owner references from every Pod, ReplicaSet and Job to the workload on top of them.
struct WorkloadOwners {
    /// What stands on top of a workload.
    enum Top: Hashable {
        /// A workload of the input, by its position.
        case workload(Int)
        /// An owner that the input does not have.
        case absent(WorkloadName)
    }

    /// Longer than any chain of controllers in use; references of hostile objects may run in circles.
    private static let limit = 16

    private let workloads: [Workload]
    private let clusters: InputClusters
    private var byUID: [String: Int] = [:]
    /// Rollouts and their like, by the workload whose template they use.
    private var borrowers: [Name: Int] = [:]
    /// Made when it is needed first: in a dump every owner is found by its unique id.
    private lazy var byName = names()

    private struct Name: Hashable {
        var cluster: Int
        var kind: String
        var namespace: String?
        var name: String
    }

    init(_ workloads: [Workload], clusters: InputClusters) {
        self.workloads = workloads
        self.clusters = clusters
        byUID.reserveCapacity(workloads.count)
        // Through the index: to take a workload out of the array would copy all of it.
        for index in workloads.indices {
            if !workloads[index].object.uid.isEmpty { byUID[workloads[index].object.uid] = index }
            guard let source = workloads[index].templateSource else { continue }
            borrowers[name(source.kind, source.name, of: index)] = index
        }
    }

    private func names() -> [Name: Int] {
        var names = [Name: Int](minimumCapacity: workloads.count)
        for index in workloads.indices {
            let reference = workloads[index].object.reference
            let name = name(reference.kind, reference.name, of: index)
            // A manifest beside a dump describes what the dump has: one service, not two.
            if let other = names[name] {
                let isLive = !workloads[index].object.uid.isEmpty
                if !workloads[other].object.uid.isEmpty || !isLive { continue }
            }
            names[name] = index
        }
        return names
    }

    /// What a workload belongs to: itself, or what owns it, known to the input or not.
    mutating func top(of index: Int) -> Top {
        guard workloads[index].object.owners.contains(where: \.controller) else { return itself(index) }
        var (current, visited) = (index, [index])
        while let owner = workloads[current].object.owners.first(where: \.controller) {
            guard let next = known(owner, of: current) else { return unknown(owner, of: current) }
            guard !visited.contains(next), visited.count < Self.limit else { break }
            visited.append(next)
            current = next
        }
        return itself(current)
    }

    /// A workload on top; what uses its template instead of one of its own is one service with it, and the one that runs.
    private mutating func itself(_ index: Int) -> Top {
        if !borrowers.isEmpty, let borrower = borrowers[ownName(of: index)], borrower != index {
            return .workload(live(borrower))
        }
        return .workload(live(index))
    }

    /// The object of the dump that a manifest describes; the workload itself for all others.
    private mutating func live(_ index: Int) -> Int {
        guard workloads[index].object.uid.isEmpty else { return index }
        let found = byName[ownName(of: index)]
        return found.flatMap { workloads[$0].object.uid.isEmpty ? nil : $0 } ?? index
    }

    /// By unique id; by name only if one of the two has no id, since an object of the same name may be another one.
    private mutating func known(_ owner: OwnerReference, of index: Int) -> Int? {
        if !owner.uid.isEmpty, let found = byUID[owner.uid] { return found }
        guard let found = byName[name(owner.kind, owner.name, of: index)] else { return nil }
        return owner.uid.isEmpty || workloads[found].object.uid.isEmpty ? found : nil
    }

    /// An owner that the input does not have; of a ReplicaSet named by its template hash, the Deployment.
    private mutating func unknown(_ owner: OwnerReference, of index: Int) -> Top {
        let hash = workloads[index].object.labels["pod-template-hash"] ?? ""
        guard owner.kind == "ReplicaSet", !hash.isEmpty, owner.name.hasSuffix("-" + hash) else {
            return absent(owner.apiVersion, owner.kind, owner.name, of: index)
        }
        let deployment = String(owner.name.dropLast(hash.count + 1))
        if let found = byName[name("Deployment", deployment, of: index)] { return itself(found) }
        return absent("apps/v1", "Deployment", deployment, of: index)
    }

    private func ownName(of index: Int) -> Name {
        name(workloads[index].object.reference.kind, workloads[index].object.reference.name, of: index)
    }

    /// The name of an object beside a workload.
    private func name(_ kind: String, _ name: String, of index: Int) -> Name {
        Name(
            cluster: clusters.cluster(of: workloads[index].input), kind: kind,
            namespace: workloads[index].object.reference.namespace, name: name)
    }

    private func absent(_ apiVersion: String, _ kind: String, _ name: String, of index: Int) -> Top {
        .absent(
            WorkloadName(
                input: workloads[index].input,
                object: ObjectReference(
                    apiVersion: apiVersion, kind: kind, namespace: workloads[index].object.reference.namespace,
                    name: name)))
    }
}
