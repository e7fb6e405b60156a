import MigrationModel
import StructuredText

extension ObjectDescription {
    /// Longest annotation that is kept: longer ones hold whole objects, and none that says who manages an object.
    private static let longestAnnotation = 512

    /// Describes a parsed object; `nil` for a document that is no Kubernetes object.
    ///
    /// - Parameters:
    ///   - tree: the object as it was parsed.
    ///   - source: says the type of items of a typed list, which do not repeat it.
    init?(of tree: Node, _ source: DocumentSource) {
        let kind = tree["kind"]?.text ?? source.kind
        let apiVersion = tree["apiVersion"]?.text ?? source.apiVersion
        let metadata = tree["metadata"]
        let name = metadata?["name"]?.text ?? metadata?["generateName"]?.text.map { $0 + "*" } ?? ""
        // A Kustomization or a chart has a kind, too, but no API server ever gets it.
        guard !kind.isEmpty, !apiVersion.isEmpty, !name.isEmpty else { return nil }
        let namespace = metadata?["namespace"]?.text
        self.init(
            reference: ObjectReference(
                apiVersion: apiVersion, kind: kind, namespace: namespace.flatMap { $0.isEmpty ? nil : $0 },
                name: name),
            uid: metadata?["uid"]?.text ?? "", created: Self.timestamp(metadata?["creationTimestamp"]),
            immutable: tree["immutable"]?.text == "true",
            secretType: kind == "Secret" ? tree["type"]?.text ?? "" : "",
            labels: Self.texts(metadata?["labels"]), annotations: Self.texts(metadata?["annotations"]),
            owners: metadata?["ownerReferences"]?.elements.map { OwnerReference(of: $0) } ?? [])
    }

    private static func timestamp(_ node: Node?) -> String? {
        guard let text = node?.text, text.count >= 20 else { return nil }
        return text
    }

    private static func texts(_ node: Node?) -> [String: String] {
        var texts: [String: String] = [:]
        for member in node?.members ?? [] where member.key != "kubectl.kubernetes.io/last-applied-configuration" {
            if let text = member.value.text, text.utf8.count <= longestAnnotation { texts[member.key] = text }
        }
        return texts
    }
}

extension OwnerReference {
    /// Reads one entry of `metadata.ownerReferences`.
    init(of node: Node) {
        self.init(
            apiVersion: node["apiVersion"]?.text ?? "", kind: node["kind"]?.text ?? "", name: node["name"]?.text ?? "",
            uid: node["uid"]?.text ?? "", controller: node["controller"]?.text == "true")
    }
}
