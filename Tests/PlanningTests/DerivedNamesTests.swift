import MigrationModel
import Testing

@testable import Planning

struct DerivedNamesTests {
    private func object(_ kind: String, _ name: String) -> ObjectReference {
        ObjectReference(apiVersion: "v1", kind: kind, namespace: "n", name: name)
    }

    @Test func staysReadableWhereThereIsRoom() {
        #expect(DerivedNames.canary(of: object("Deployment", "api")) == "api-keyshift-canary")
        #expect(DerivedNames.copy(of: object("Secret", "aws")) == "aws-keyshift-kept")
        // A Secret and a ConfigMap may have the same name, and both copies are Secrets.
        #expect(DerivedNames.copy(of: object("ConfigMap", "aws")) == "aws-configmap-keyshift-kept")
        #expect(
            DerivedNames.formerCredentials(of: object("Deployment", "api"), container: nil) == "api-former-credentials")
    }

    @Test func isLegalForLongNames() {
        let long = String(repeating: "a.", count: 100) + "b"
        let name = DerivedNames.canary(of: object("Deployment", long))
        #expect(name.utf8.count <= 63 && !name.contains(".-") && name.hasSuffix("-keyshift-canary"))
        #expect(name != DerivedNames.canary(of: object("Deployment", long + "c")))
        let copy = DerivedNames.copy(of: object("Secret", String(repeating: "s", count: 253)))
        #expect(copy.utf8.count <= 253 && copy.hasSuffix("-keyshift-kept"))
    }
}
