import MigrationModel

/// Nodes, whose labels tell what serves metadata on them.
struct NodeReader: ObjectReader {
    func read(_ object: DumpedObject, into objects: inout ClusterObjects) {
        objects.nodes.append(
            NodeFacts(
                input: object.input, name: object.reference.name,
                labels: object.root["metadata"]?["labels"]?.settings ?? [:],
                providerID: object.root["spec"]?["providerID"]?.text ?? ""))
    }
}
