internal import StructuredText

/// Paths of the API, for `--raw`.
enum RawPath {
    private struct Target {
        var kind: ResourceKind
        var namespace: String
        var name: String
        var part: String
    }

    /// What stands at a path: an object, or a list.
    static func get(_ path: String, _ request: KubectlRequest, _ world: WorldState) throws(KubectlFailure) -> String {
        if path == "/version" { return #"{"major": "1", "minor": "34", "gitVersion": "v1.34.2"}"# }
        if path == "/readyz" || path == "/livez" || path == "/healthz" { return "ok" }
        if path == "/api/v1" || path.hasPrefix("/apis/") && path.split(separator: "/").count == 3 {
            return resources(path.split(separator: "/").dropFirst().joined(separator: "/"), world)
        }
        guard let target = target(path, world), target.part.isEmpty else { throw .unknown(request.all) }
        guard target.name.isEmpty else {
            guard let object = world.cluster.object(target.kind, target.namespace, target.name) else {
                throw .missing(target.kind, target.name)
            }
            return JSONWriter.text(for: object.sorted, pretty: false)
        }
        let items = world.cluster.list(target.kind, in: target.namespace.isEmpty ? nil : target.namespace)
        let list: StructuredValue = [
            "kind": .string(target.kind.kind + "List"), "apiVersion": .string(target.kind.apiVersion),
            "metadata": ["resourceVersion": .string(String(world.cluster.version))],
            "items": .sequence(items.map(\.sorted)),
        ]
        return JSONWriter.text(for: list, pretty: false)
    }

    /// What a group and version serves; of the core one the way in which Pods are evicted belongs to it.
    private static func resources(_ version: String, _ world: WorldState) -> String {
        let kinds = world.cluster.kinds.filter { $0.apiVersion == version }
        var listed = kinds.map { kind -> StructuredValue in
            ["name": .string(kind.plural), "namespaced": .bool(kind.isNamespaced), "kind": .string(kind.kind)]
        }
        if version == "v1" {
            listed.append(
                [
                    "name": "pods/eviction", "namespaced": true, "group": "policy", "version": "v1",
                    "kind": "Eviction",
                ])
        }
        let list: StructuredValue = [
            "kind": "APIResourceList", "groupVersion": .string(version), "resources": .sequence(listed),
        ]
        return JSONWriter.text(for: list, pretty: false)
    }

    /// Makes an eviction, which deletes a Pod unless a budget forbids it.
    static func create(_ path: String, _ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure)
        -> String
    {
        guard let target = target(path, world), target.kind == .pod, target.part == "eviction" else {
            throw .unknown(request.all)
        }
        guard let pod = world.cluster.object(.pod, target.namespace, target.name) else {
            throw .missing(.pod, target.name)
        }
        let uid = StructuredValue.reading(json: request.input)?.at("deleteOptions", "preconditions", "uid")?.text
        guard uid == nil || uid == pod.uid else {
            throw .server(
                "Conflict",
                "Operation cannot be fulfilled on pods \"\(target.name)\": the UID in the precondition (\(uid ?? "")) does "
                    + "not match the UID in record (\(pod.uid)). The object might have been deleted and then recreated")
        }
        guard DisruptionBudget.allowsEviction(of: pod, world.cluster) else {
            throw .server("TooManyRequests", "Cannot evict pod as it would violate the pod's disruption budget.")
        }
        if !request.isDry {
            world.cluster.delete(pod, .pod, world.now)
            world.disturb()
        }
        return #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success","code":201}"#
    }

    /// Deletes the object at a path, if it is the one that a precondition names.
    static func delete(_ path: String, _ request: KubectlRequest, _ world: inout WorldState) throws(KubectlFailure)
        -> String
    {
        guard let target = target(path, world), !target.name.isEmpty else { throw .unknown(request.all) }
        guard let object = world.cluster.object(target.kind, target.namespace, target.name) else {
            throw .missing(target.kind, target.name)
        }
        let options = StructuredValue.reading(json: request.input)
        for (field, found) in [
            ("uid", object.uid), ("resourceVersion", object.at("metadata", "resourceVersion")?.text ?? ""),
        ] {
            guard let wanted = options?.at("preconditions", field)?.text, wanted != found else { continue }
            throw .server(
                "Conflict",
                "Operation cannot be fulfilled on \(target.kind.resource) \"\(target.name)\": the \(field) in the "
                    + "precondition (\(wanted)) does not match the \(field) in record (\(found)).")
        }
        world.cluster.delete(object, target.kind, world.now)
        world.disturb()
        return #"{"kind":"Status","apiVersion":"v1","metadata":{},"status":"Success"}"#
    }

    /// `/apis/apps/v1/namespaces/shop/deployments/api`.
    private static func target(_ path: String, _ world: WorldState) -> Target? {
        var parts = path.prefix { $0 != "?" }.split(separator: "/").map(String.init)[...]
        let root = parts.popFirst()
        guard root == "api" || root == "apis", var version = parts.popFirst() else { return nil }
        if root == "apis", let rest = parts.popFirst() { version += "/" + rest }
        var namespace = ""
        if parts.first == "namespaces", parts.count > 2 {
            parts.removeFirst()
            namespace = parts.popFirst() ?? ""
        }
        guard let plural = parts.popFirst(),
            let kind = world.cluster.kinds.first(where: { $0.plural == plural && $0.apiVersion == version })
        else { return nil }
        return Target(kind: kind, namespace: namespace, name: parts.popFirst() ?? "", part: parts.popFirst() ?? "")
    }
}

/// PodDisruptionBudgets with a `minAvailable` or `maxUnavailable` in whole Pods.
enum DisruptionBudget {
    static func allowsEviction(of pod: StructuredValue, _ cluster: SimulatedCluster) -> Bool {
        cluster.list(.disruptionBudget, in: pod.namespace).allSatisfy { budget in
            let selector = budget.at("spec", "selector", "matchLabels")?.texts ?? [:]
            let selects = { (pod: StructuredValue) in selector.allSatisfy { pod.labels[$0.key] == $0.value } }
            guard !selector.isEmpty, selects(pod) else { return true }
            let pods = cluster.list(.pod, in: pod.namespace).filter(selects)
            let ready = pods.count { $0.condition("Ready") == "True" && !$0.isLeaving }
            if let least = budget.at("spec", "minAvailable")?.number { return ready > least }
            return pods.count - ready < budget.at("spec", "maxUnavailable")?.number ?? 1
        }
    }
}
