import MigrationModel
import StructuredText

/// The ConfigMap in which an EKS cluster keeps whom it lets in, besides its access entries.
///
/// See [aws-auth](https://docs.aws.amazon.com/eks/latest/userguide/auth-configmap.html).
struct AccessMappingReader: ObjectReader {
    var pruning: Pruning { .configuration }

    /// Whether a ConfigMap is that one.
    static func reads(_ reference: ObjectReference) -> Bool {
        reference.name == "aws-auth" && reference.namespace == "kube-system"
    }

    func read(_ object: DumpedObject, into objects: inout ClusterObjects) {
        for field in ["mapUsers", "mapRoles"] as [StaticString] {
            guard let text = object.root["data"]?[field]?.text else { continue }
            let document = RawDocument(input: object.input, syntax: .yaml, isItem: false, offset: 0, line: 1)
            ObjectTree().read(Array(text.utf8).span, of: document, .configuration) { list in
                objects.accessMappings += list.elements.compactMap { entry in
                    guard let arn = entry["userarn"]?.name ?? entry["rolearn"]?.name else { return nil }
                    return AccessMapping(
                        input: object.input, object: object.reference, arn: arn,
                        groups: entry["groups"]?.elements.compactMap(\.name) ?? [])
                }
            }
        }
    }
}
