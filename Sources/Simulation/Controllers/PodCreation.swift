internal import StructuredText

/// Makes Pods from templates, as the API server admits them.
enum PodCreation {
    /// Makes the Pod of an owner; none while its ServiceAccount is not there.
    static func create(
        _ owner: StructuredValue, named name: String, template: StructuredValue? = nil,
        labels: [String: String] = [:], node: String = "", _ world: inout WorldState
    ) {
        let template = template ?? owner.at("spec", "template") ?? .null
        var metadata: StructuredValue = ["name": .string(name), "namespace": .string(owner.namespace)]
        metadata.set(
            .init(texts: template.labels.merging(labels) { $1 }), at: "labels")
        if !template.annotations.isEmpty { metadata.set(.init(texts: template.annotations), at: "annotations") }
        metadata.set(.owned(by: owner), at: "ownerReferences")
        let pod: StructuredValue = [
            "apiVersion": "v1", "kind": "Pod", "metadata": metadata, "spec": template.at("spec") ?? [:],
        ]
        admit(pod, on: node, &world)
    }

    /// Stores a Pod as the webhooks leave it.
    ///
    /// - Returns: the Pod; `nil` while its ServiceAccount is not there.
    @discardableResult
    static func admit(_ pod: StructuredValue, on node: String = "", _ world: inout WorldState) -> StructuredValue? {
        var pod = ObjectDefaults.completing(pod, .pod)
        let account = pod.at("spec", "serviceAccountName")?.text ?? "default"
        guard world.cluster.object(.serviceAccount, pod.namespace, account) != nil else { return nil }
        pod.set(.string(account), at: "spec", "serviceAccountName")
        pod.set(.string(account), at: "spec", "serviceAccount")
        let nodes = world.cluster.list(.node).map(\.name)
        let chosen = Int(StableHash.number(pod.name) % UInt64(max(1, nodes.count)))
        pod.set(.string(node.isEmpty ? nodes.dropFirst(chosen).first ?? "" : node), at: "spec", "nodeName")
        IdentityWebhook.inject(&pod, world)
        pod.set(["phase": "Pending"], at: "status")
        return world.cluster.store(pod, .pod, world.now)
    }
}
