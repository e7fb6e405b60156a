import MigrationModel
import StructuredText
import Testing

@testable import Detection

struct TopLevelFieldsTests {
    private func key(_ text: String, _ fields: inout TopLevelFields) { fields.key(Array(text.utf8).span) }

    @Test func knowsEntriesOfData() {
        var fields = TopLevelFields()
        fields.begin(apiVersion: "", kind: "")
        #expect(!fields.isInData && !fields.isAwaited)
        fields.begin()
        key("data", &fields)
        #expect(!fields.isInData)
        fields.begin()
        key("kind", &fields)
        #expect(fields.isInData && !fields.isAwaited)
        fields.begin()
        #expect(!fields.isInData)
        fields.end()
        fields.end()
        key("kind", &fields)
        #expect(fields.isAwaited && !fields.isInData)
        key("dat", &fields)
        fields.begin()
        #expect(!fields.isInData)
    }

    /// `kubectl` prints `data` first.
    @Test(arguments: [("Secret", true), ("SecretStore", false), ("secret", false), ("ConfigMap", false)])
    func waitsForTheKind(kind: String, isOdd: Bool) {
        var fields = TopLevelFields()
        fields.begin(apiVersion: "", kind: "")
        fields.hasUndecodableValue = true
        #expect(!fields.hasUndecodableSecretValue)
        fields.begin()
        key("kind", &fields)
        fields.note(Array(kind.utf8).span, quoted: true)
        #expect(fields.hasUndecodableSecretValue == isOdd)
    }

    @Test func startsAnew() {
        var fields = TopLevelFields()
        fields.begin(apiVersion: "v1", kind: "Secret")
        fields.hasUndecodableValue = true
        #expect(fields.hasUndecodableSecretValue)
        fields.begin(apiVersion: "v1", kind: "Secret")
        #expect(!fields.hasUndecodableSecretValue)
        fields.hasUndecodableValue = true
        #expect(fields.hasUndecodableSecretValue)
    }

    private func verdict(_ text: String, kind: String = "") -> ObjectScreen.Verdict {
        ObjectScreen().screen(
            Array(text.utf8).span, syntax: .yaml, apiVersion: kind.isEmpty ? "" : "v1", kind: kind)
    }

    private func header(_ text: String, kind: String = "") -> ObjectHeader { verdict(text, kind: kind).header }

    @Test func tellsWhatAnObjectIs() {
        #expect(
            header("{apiVersion: v1, data: {a: b}, kind: Secret, metadata: {name: n, namespace: s}, type: Opaque}")
                == ObjectHeader(
                    reference: ObjectReference(apiVersion: "v1", kind: "Secret", namespace: "s", name: "n"),
                    secretType: "Opaque"))
    }

    @Test func looksOnlyAtTheTop() {
        let text = """
            {kind: A, spec: {kind: B, metadata: {name: c}, name: d}, list: [{kind: E}, x], \
            metadata: {labels: {name: f, namespace: g}, ownerReferences: [{name: h, kind: I}], name: j}}
            """
        #expect(header(text) == ObjectHeader(reference: ObjectReference(apiVersion: "", kind: "A", name: "j")))
    }

    @Test func leavesOutWhatIsNotSaid() {
        let empty = ObjectHeader(reference: ObjectReference(apiVersion: "", kind: "", name: ""))
        for text in ["", "text", "[1]", "{kind: null, metadata: {name: '', namespace: ~}}", "{kind: {a: b}}"] {
            #expect(header(text) == empty)
        }
    }

    @Test func inheritsAndOverrides() {
        #expect(header("{metadata: {name: a}}", kind: "Secret").reference.kind == "Secret")
        #expect(header("{kind: Pod, metadata: {name: a}}", kind: "Secret").reference.kind == "Pod")
        #expect(header("{metadata: {generateName: a-}}").reference.name == "a-*")
        #expect(header("{metadata: {generateName: a-, name: a-1}}").reference.name == "a-1")
        #expect(header("{metadata: {name: a-1, generateName: a-}}").reference.name == "a-1")
    }

    @Test func hearsOfClouds() {
        #expect(verdict("{kind: Secret, data: {AWS_PROFILE: eA==}}").speaksOfClouds)
        #expect(verdict("{kind: ConfigMap, stringData: {credentials: x}}").speaksOfClouds)
        #expect(verdict("{kind: ConfigMap, data: {x: '[default] # or none'}}").speaksOfClouds)
        #expect(!verdict("{kind: Pod, data: {AWS_PROFILE: eA==}}").speaksOfClouds)
        #expect(!verdict("{kind: Secret, data: {a: {AWS_PROFILE: eA==}}, spec: {AWS_PROFILE: x}}").speaksOfClouds)
        #expect(!verdict("{kind: Secret, data: {tls.crt: eA==}}").speaksOfClouds)
    }
}
