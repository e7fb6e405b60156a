import MigrationModel
import Testing

@testable import Detection

struct GoogleServiceAccountKeyDetectorTests {
    private let identity = KeyIdentity(
        id: TestKeys.privateKeyID, kind: .googleServiceAccountKey, principal: TestKeys.email)

    @Test func findsMembersOfJSONFile() {
        let found = keySightings(
            in: FieldCollection([
                "type": "service_account", "private_key_id": TestKeys.privateKeyID, "private_key": TestKeys.privateKey,
                "client_email": TestKeys.email,
            ]))
        #expect(
            found.matches == [
                KeyMatch(
                    identity: identity, path: ValuePath([.field("data"), .field("private_key")]), offset: 2,
                    confidence: .paired, nature: .ordinary)
            ])
    }

    @Test func findsEntriesOfSecret() {
        let found = keySightings(
            in: FieldCollection([
                "GCP_PRIVATE_KEY": TestKeys.privateKey.replacing("\n", with: "\\n"), "GCP_EMAIL": TestKeys.email,
                "GCP_PRIVATE_KEY_ID": TestKeys.privateKeyID,
            ]))
        #expect(found.matches.map(\.identity) == [identity])
    }

    @Test func findsFileInsideText() {
        let escaped = TestKeys.privateKey.replacing("\n", with: "\\n")
        let text = """
            cat > key.json <<EOF
            {"type": "service_account", "private_key_id": "\(TestKeys.privateKeyID)",
             "private_key": "\(escaped)", "client_email": "\(TestKeys.email)"}
            EOF
            """
        let found = keySightings(in: FieldCollection(["run.sh": text]))
        #expect(found.matches.map(\.identity) == [identity])
        #expect(found.matches.map(\.path.description) == ["data[\"run.sh\"] › line 3"])
    }

    @Test func fingerprintsKeyWithoutID() {
        let one = keySightings(in: FieldCollection(["k": TestKeys.privateKey, "e": TestKeys.email]))
        let other = keySightings(
            in: FieldCollection(["k": TestKeys.privateKey.replacing("\n", with: "\\n"), "e": TestKeys.email]))
        #expect(one.ids == other.ids)
        #expect(one.ids.first?.hasPrefix("google-service-account-key:") == true)
    }

    @Test func leavesPrivateKeysOfOthers() {
        #expect(
            keySightings(
                in: FieldCollection(["tls.key": TestKeys.privateKey, "tls.crt": "x", "email": "a@example.com"]))
                == KeySightings())
        #expect(keySightings(in: FieldCollection(["type": "external_account", "e": TestKeys.email])) == KeySightings())
    }

    @Test(arguments: [
        ("-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\n", LookAlike.placeholder),
        ("-----BEGIN PRIVATE KEY-----\\nYOUR KEY\\n-----END PRIVATE KEY-----", .placeholder),
        ("-----BEGIN PRIVATE KEY-----\n\(String(repeating: "AbCd", count: 400))\n", .placeholder),
        ("{{ .Values.gcp.privateKey }}", .template), ("${GCP_PRIVATE_KEY}", .template),
    ])
    func setsUnfilledKeysAside(text: String, reason: LookAlike) {
        let found = keySightings(in: FieldCollection(["private_key": text, "client_email": TestKeys.email]))
        #expect(found.matches == [])
        #expect(found.lookAlikes == [reason: 1])
    }
}
