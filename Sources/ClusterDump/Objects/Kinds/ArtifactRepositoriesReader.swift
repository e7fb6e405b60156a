import MigrationModel
import StructuredText

/// ConfigMaps of Argo Workflows, whose entries are YAML that refers to Secrets.
///
/// See [artifact repositories](https://argo-workflows.readthedocs.io/en/latest/configure-artifact-repository/).
struct ArtifactRepositoriesReader: ObjectReader {
    private static let names: Set<String> = ["artifact-repositories", "workflow-controller-configmap"]

    var pruning: Pruning { .configuration }

    /// Whether a ConfigMap of this name is one of them.
    static func reads(_ name: String) -> Bool { names.contains(name) }

    func read(_ object: DumpedObject, into objects: inout ClusterObjects) {
        for entry in object.root["data"]?.members ?? object.root.members {
            guard let text = entry.text else { continue }
            let document = RawDocument(input: object.input, syntax: .yaml, isItem: false, offset: 0, line: 1)
            ObjectTree().read(Array(text.utf8).span, of: document, .search) { root in
                let part = DumpedObject(input: object.input, reference: object.reference, root: root)
                objects.mentions += MentionSearch.mentions(in: part, except: []).map { mention in
                    var whole = mention
                    whole.path = ValuePath([.field("data"), .field(entry.key)] + mention.path.steps)
                    return whole
                }
            }
        }
    }
}
