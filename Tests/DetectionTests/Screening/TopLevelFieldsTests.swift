import StructuredText
import Testing

@testable import Detection

struct TopLevelFieldsTests {
    private func key(_ text: String, _ fields: inout TopLevelFields) { fields.key(Array(text.utf8).span) }

    @Test func knowsEntriesOfData() {
        var fields = TopLevelFields()
        fields.begin(kind: "")
        #expect(!fields.isInData && !fields.isAtKind)
        fields.begin()
        key("data", &fields)
        #expect(!fields.isInData)
        fields.begin()
        key("kind", &fields)
        #expect(fields.isInData && !fields.isAtKind)
        fields.begin()
        #expect(!fields.isInData)
        fields.end()
        fields.end()
        key("kind", &fields)
        #expect(fields.isAtKind && !fields.isInData)
        key("dat", &fields)
        fields.begin()
        #expect(!fields.isInData)
    }

    /// `kubectl` prints `data` first.
    @Test(arguments: [("Secret", true), ("SecretStore", false), ("secret", false), ("ConfigMap", false)])
    func waitsForTheKind(kind: String, isOdd: Bool) {
        var fields = TopLevelFields()
        fields.begin(kind: "")
        fields.hasUndecodableValue = true
        #expect(!fields.hasUndecodableSecretValue)
        fields.noteKind(Array(kind.utf8).span)
        #expect(fields.hasUndecodableSecretValue == isOdd)
    }

    @Test func startsAnew() {
        var fields = TopLevelFields()
        fields.begin(kind: "Secret")
        fields.hasUndecodableValue = true
        #expect(fields.hasUndecodableSecretValue)
        fields.begin(kind: "Secret")
        #expect(!fields.hasUndecodableSecretValue)
        fields.hasUndecodableValue = true
        #expect(fields.hasUndecodableSecretValue)
    }
}
