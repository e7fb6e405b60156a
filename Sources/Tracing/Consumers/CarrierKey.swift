import MigrationModel

/// Names a Secret or ConfigMap across all inputs.
struct CarrierKey: Hashable {
    /// The cluster, as ``InputClusters`` numbers them.
    var cluster: Int
    var kind: CarrierKind
    /// `nil` in manifests that leave the namespace to whoever applies them.
    var namespace: String?
    var name: String
}

extension CarrierKey {
    /// The carrier that an object is; `nil` for other objects.
    init?(_ object: ObjectReference, cluster: Int) {
        guard let kind = CarrierKind(rawValue: object.kind), object.apiVersion == "v1" else { return nil }
        self.init(cluster: cluster, kind: kind, namespace: object.namespace, name: object.name)
    }

    /// The carrier as reports name it.
    var reference: ObjectReference {
        ObjectReference(apiVersion: "v1", kind: kind.rawValue, namespace: namespace, name: name)
    }
}
