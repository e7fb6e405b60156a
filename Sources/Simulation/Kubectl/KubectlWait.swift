import MigrationModel
internal import StructuredText

/// `kubectl rollout status` and `kubectl wait`: time passes meanwhile.
enum KubectlWait {
    static func rollout(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        guard request.words.dropFirst().first == "status" else { throw .unknown(request.all) }
        let (kind, object) = try NamedObjects.one(request, world, behind: 2)
        let isDone = { (world: WorldState) in
            world.cluster.object(kind, object.namespace, object.name).map { isRolledOut($0, kind) } ?? false
        }
        guard world.wait(request.patience == 0 ? 600 : request.patience, until: isDone) else {
            throw KubectlFailure(text: "error: timed out waiting for the condition")
        }
        return "\(kind.kind.lowercased()) \"\(object.name)\" successfully rolled out\n"
    }

    static func isRolledOut(_ object: StructuredValue, _ kind: ResourceKind) -> Bool {
        let count = { (name: String) in object.at("status", name)?.number ?? 0 }
        guard count("observedGeneration") >= object.at("metadata", "generation")?.number ?? 1 else { return false }
        let wanted = object.at("spec", "replicas")?.number ?? 1
        switch kind {
        case .deployment:
            return count("updatedReplicas") == wanted && count("replicas") == wanted
                && count("availableReplicas") == wanted
        case .statefulSet:
            let partition = object.at("spec", "updateStrategy", "rollingUpdate", "partition")?.number ?? 0
            return count("readyReplicas") == wanted && count("updatedReplicas") >= wanted - partition
        case .daemonSet:
            let nodes = count("desiredNumberScheduled")
            return count("updatedNumberScheduled") == nodes && count("numberAvailable") == nodes
        default: return true
        }
    }

    static func answer(_ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure) -> String {
        let (kind, object) = try NamedObjects.one(request, world)
        let wanted = request.option("for")
        let holds: (WorldState) -> Bool
        if wanted == "delete" {
            holds = { $0.cluster.object(kind, object.namespace, object.name)?.uid != object.uid }
        } else if wanted.hasPrefix("condition=") {
            let parts = wanted.dropFirst("condition=".count).split(separator: "=").map(String.init)
            let status = parts.count > 1 ? parts[1] : "True"
            holds = { world in
                world.cluster.object(kind, object.namespace, object.name)?.condition(parts[0]) == status
            }
        } else {
            throw .unknown(request.all)
        }
        guard world.wait(request.patience == 0 ? 30 : request.patience, until: holds) else {
            throw KubectlFailure(
                text: "error: timed out waiting for the condition on \(kind.plural)/\(object.name)")
        }
        return "\(kind.single)/\(object.name) condition met\n"
    }
}
