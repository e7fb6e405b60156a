import MigrationModel

/// Follows controllers upwards among known objects: Pod, ReplicaSet, Deployment.
struct OwnerChains {
    /// Longer than any chain of controllers in use; what is longer is not followed at all.
    private static let limit = 16

    private let facts: [CarrierFacts]
    private var byUID: [String: Int] = [:]
    private var byReference: [ObjectReference: Int] = [:]
    private var byName: [Name: Int] = [:]

    private struct Name: Hashable {
        var kind: String
        var namespace: String?
        var name: String
    }

    init(_ facts: [CarrierFacts]) {
        self.facts = facts
        for (index, one) in facts.enumerated() {
            if !one.uid.isEmpty { byUID[one.uid] = index }
            byReference[one.object] = index
            byName[Name(kind: one.object.kind, namespace: one.object.namespace, name: one.object.name)] = index
        }
    }

    /// The controllers of an object, its own first; empty when it has none, or when the references run in a circle.
    func controllers(of object: ObjectReference) -> [ObjectReference] {
        guard let start = byReference[object] else { return [] }
        var visited: Set<Int> = [start]
        var chain: [ObjectReference] = []
        var current = start
        while let owner = controller(of: current) {
            guard visited.insert(owner).inserted, chain.count < Self.limit else { return [] }
            chain.append(facts[owner].object)
            current = owner
        }
        return chain
    }

    /// The controller itself; the Deployment of a ReplicaSet that is not known.
    private func controller(of index: Int) -> Int? {
        guard let owner = facts[index].owners.first(where: \.controller) else { return nil }
        return known(owner, of: index) ?? deployment(behind: owner, of: index)
    }

    /// By unique id; by name only if one of the two has no id, since an object of the same name may be another one.
    private func known(_ owner: OwnerReference, of index: Int) -> Int? {
        if !owner.uid.isEmpty, let found = byUID[owner.uid] { return found }
        let namespace = facts[index].object.namespace
        let found =
            byName[Name(kind: owner.kind, namespace: namespace, name: owner.name)]
            ?? byName[Name(kind: owner.kind, namespace: nil, name: owner.name)]
        guard let found, owner.uid.isEmpty || facts[found].uid.isEmpty else { return nil }
        return found
    }

    /// The Deployment of a Pod whose ReplicaSet the input does not have, as in a dump of some kinds of objects only.
    ///
    /// A Deployment calls its ReplicaSets by its own name and the hash of the template, which each Pod has as a label;
    /// see [pod-template-hash](https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pod-template-hash-label).
    /// Nothing in a Pod says as much of the CronJob behind its Job.
    private func deployment(behind owner: OwnerReference, of index: Int) -> Int? {
        guard owner.kind == "ReplicaSet", let hash = facts[index].podTemplateHash, !hash.isEmpty,
            owner.name.hasSuffix("-" + hash)
        else { return nil }
        let name = String(owner.name.dropLast(hash.count + 1))
        return byName[Name(kind: "Deployment", namespace: facts[index].object.namespace, name: name)]
    }
}
