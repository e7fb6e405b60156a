import MigrationModel
import Testing

@testable import Detection

struct AzureClientSecretDetectorTests {
    private let id = SecretFingerprint.id(.azureClientSecret, of: TestKeys.clientSecret.utf8)

    @Test(arguments: [
        "SECRET", "--client-secret=SECRET", "\"SECRET\"", "a\\nSECRET\\n", "password: SECRET,", "%3DSECRET",
    ])
    func findsMarkedSecretAnywhere(pattern: String) {
        let text = pattern.replacing("SECRET", with: TestKeys.clientSecret)
        let found = keySightings(in: FieldCollection(["note": text]))
        #expect(found.ids == [id])
        #expect(!found.confidences.contains(.paired))
    }

    @Test func namesApplicationBesideIt() {
        let found = keySightings(
            in: FieldCollection(["AZURE_CLIENT_SECRET": TestKeys.clientSecret, "AZURE_CLIENT_ID": TestKeys.client]))
        #expect(
            found.matches.map(\.identity) == [KeyIdentity(id: id, kind: .azureClientSecret, principal: TestKeys.client)]
        )
        #expect(found.confidences == [.paired])
    }

    @Test(arguments: [
        TestKeys.clientSecret + "abc", String(TestKeys.clientSecret.dropLast(4)), "a" + TestKeys.clientSecret,
        "JDCxQ~" + TestKeys.clientSecret.dropFirst(6),
    ])
    func leavesOtherShapes(text: String) {
        #expect(keySightings(in: FieldCollection(["note": text])) == KeySightings())
    }

    @Test(arguments: ["AZURE_CLIENT_SECRET", "ARM_CLIENT_SECRET", "aadClientSecret", "clientSecret"])
    func findsOlderSecretBesideTenant(name: String) {
        for secret in [TestKeys.olderClientSecret, "3d5b1c2a-8a7e-4b6f-9c0d-1e2f3a4b5c6d"] {
            let fields = FieldCollection([name: secret, "tenantId": TestKeys.tenant, "clientId": TestKeys.client])
            let found = keySightings(in: fields)
            #expect(found.ids == [SecretFingerprint.id(.azureClientSecret, of: secret.utf8)])
            #expect(found.matches.map(\.identity.principal) == [TestKeys.client])
        }
    }

    @Test func needsContextForOlderSecret() {
        let secret = TestKeys.olderClientSecret
        #expect(keySightings(in: FieldCollection(["clientSecret": secret])) == KeySightings())
        // Keycloak and others have GUIDs too.
        #expect(
            keySightings(in: FieldCollection(["clientSecret": secret, "clientId": TestKeys.client])) == KeySightings())
        #expect(
            keySightings(in: FieldCollection(["password": secret, "tenantId": TestKeys.tenant])) == KeySightings())
        #expect(
            keySightings(
                in: FieldCollection(["clientSecret": "azure-sp-secret-for-production", "tenantId": TestKeys.tenant]))
                == KeySightings())
    }

    @Test(arguments: [
        ("${AZURE_CLIENT_SECRET}", LookAlike.template), ("{{ .Values.secret }}", .template),
        ("YOUR-Client-Secret-goes-here-1", .placeholder), ("aaa8Q~aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", .placeholder),
    ])
    func setsLookAlikesAside(text: String, reason: LookAlike) {
        let found = keySightings(
            in: FieldCollection(["AZURE_CLIENT_SECRET": text, "AZURE_TENANT_ID": TestKeys.tenant]))
        #expect(found.matches == [])
        #expect(found.lookAlikes == [reason: 1])
    }
}
