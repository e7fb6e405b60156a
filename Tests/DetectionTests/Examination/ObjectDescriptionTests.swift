import MigrationModel
import StructuredText
import Testing

@testable import Detection

struct ObjectDescriptionTests {
    private func describe(_ tree: Node, apiVersion: String = "", kind: String = "") -> ObjectDescription? {
        ObjectDescription(
            of: tree, DocumentSource(input: "dump", syntax: .json, apiVersion: apiVersion, kind: kind))
    }

    @Test func keepsWhatIdentifies() {
        let tree: Node = [
            "apiVersion": "v1", "kind": "Secret", "type": "Opaque", "immutable": "true",
            "metadata": [
                "name": "a", "namespace": "b", "uid": "c", "creationTimestamp": "2026-11-21T08:07:28Z",
                "labels": ["l": "1"], "annotations": ["x": "2", "long": Node(String(repeating: "x", count: 513))],
                "ownerReferences": [
                    ["apiVersion": "v2", "kind": "K", "name": "n", "uid": "u", "controller": "true"], ["kind": "L"],
                ],
            ],
        ]
        #expect(
            describe(tree)
                == ObjectDescription(
                    reference: ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "b", name: "a"), uid: "c",
                    created: "2026-11-21T08:07:28Z", immutable: true, secretType: "Opaque", labels: ["l": "1"],
                    annotations: ["x": "2"],
                    owners: [
                        OwnerReference(apiVersion: "v2", kind: "K", name: "n", uid: "u", controller: true),
                        OwnerReference(apiVersion: "", kind: "L", name: "", uid: "", controller: false),
                    ]))
    }

    @Test func namesWhatIsOnlyGenerated() {
        let pod = describe(["apiVersion": "v1", "kind": "Pod", "metadata": ["generateName": "web-"]])
        #expect(pod?.reference == ObjectReference(apiVersion: "v1", kind: "Pod", name: "web-*"))
        let both = describe(["apiVersion": "v1", "kind": "Pod", "metadata": ["generateName": "web-", "name": "web-1"]])
        #expect(both?.reference.name == "web-1")
    }

    @Test func leavesOutWhatIsMissing() {
        let tree: Node = [
            "apiVersion": "v1", "kind": "ConfigMap", "type": "x",
            "metadata": ["name": "a", "namespace": "", "creationTimestamp": "null"],
        ]
        let reference = ObjectReference(apiVersion: "v1", kind: "ConfigMap", name: "a")
        #expect(describe(tree) == ObjectDescription(reference: reference))
    }

    @Test func refusesWhatIsNoObject() {
        #expect(describe(["apiVersion": "v1", "kind": "Pod"]) == nil)
        #expect(describe(["apiVersion": "v1", "kind": "Pod", "metadata": ["name": ""]]) == nil)
        #expect(describe(["apiVersion": "v1", "metadata": ["name": "a"]]) == nil)
        #expect(describe(["kind": "Kustomization", "metadata": ["name": "a"]]) == nil)
        #expect(describe(["a", "b"]) == nil)
        #expect(describe("text") == nil)
    }

    @Test func inheritsFromATypedList() {
        let item: Node = ["metadata": ["name": "a"]]
        #expect(
            describe(item, apiVersion: "v1", kind: "Secret")?.reference
                == ObjectReference(apiVersion: "v1", kind: "Secret", name: "a"))
        let own: Node = ["apiVersion": "apps/v1", "kind": "Deployment", "metadata": ["name": "a"]]
        #expect(describe(own, apiVersion: "v1", kind: "Secret")?.reference.kind == "Deployment")
    }
}
