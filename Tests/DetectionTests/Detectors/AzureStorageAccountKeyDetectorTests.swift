import MigrationModel
import Testing

@testable import Detection

struct AzureStorageAccountKeyDetectorTests {
    private let key = TestKeys.storageKey
    private let id = SecretFingerprint.id(.azureStorageAccountKey, of: TestKeys.storageKey.utf8)

    @Test func readsConnectionString() {
        let text =
            "DefaultEndpointsProtocol=https;AccountName=fixturedata;AccountKey=\(key);EndpointSuffix=core.windows.net"
        let found = keySightings(in: FieldCollection(["conn": text]))
        #expect(
            found.matches.map(\.identity)
                == [KeyIdentity(id: id, kind: .azureStorageAccountKey, principal: "fixturedata")])
        #expect(found.confidences == [.paired])
    }

    @Test func readsConnectionStringInParts() {
        let found = keySightings(
            in: FieldCollection(["AccountName": "fixturedata", "AccountKey": key, "EndpointSuffix": "core.windows.net"])
        )
        #expect(
            found.matches.map(\.identity)
                == [KeyIdentity(id: id, kind: .azureStorageAccountKey, principal: "fixturedata")])
        #expect(found.confidences == [.paired])
    }

    @Test(arguments: [
        "azurestorageaccountkey", "AZURE_STORAGE_KEY", "AZURE_STORAGE_ACCOUNT_ACCESS_KEY", "storage_account_key",
        "account_key",
    ])
    func findsNamedKey(name: String) {
        #expect(keySightings(in: FieldCollection([name: key])).confidences == [.named])
    }

    @Test func findsKeyBesideAccount() {
        let found = keySightings(in: FieldCollection(["account": "fixturedata", "key": key]))
        #expect(found.matches.map(\.identity.principal) == ["fixturedata"])
        let hadoop = "fs.azure.account.key.fixturedata.blob.core.windows.net"
        #expect(keySightings(in: FieldCollection([hadoop: key])).matches.map(\.identity.principal) == ["fixturedata"])
    }

    @Test func findsNamedKeyInText() {
        #expect(keySightings(in: FieldCollection(text: "export AZURE_STORAGE_KEY=\"\(key)\"\n")).ids == [id])
        #expect(keySightings(in: FieldCollection(text: "a\\nAccountKey=\(key)\\n")).ids == [id])
    }

    @Test func leavesSameShapeWithoutContext() {
        for text in [key, "sha512-\(key)", "AccountEndpoint=https://x.documents.azure.com:443/;AccountKey=\(key);"] {
            #expect(keySightings(in: FieldCollection(["integrity": text])) == KeySightings())
        }
        let cosmos = FieldCollection(["AccountEndpoint": "https://x.documents.azure.com:443/", "AccountKey": key])
        #expect(keySightings(in: cosmos) == KeySightings())
        #expect(keySightings(in: FieldCollection(["cosmosAccountKey": key])) == KeySightings())
        #expect(keySightings(in: FieldCollection(["account_key": "x" + key])) == KeySightings())
        #expect(keySightings(in: FieldCollection(["account_key": String(key.dropFirst())])) == KeySightings())
    }

    @Test(arguments: [
        (
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
            LookAlike.documentation
        ),
        // Of the examples of the Kubernetes project.
        ("xIF1zJbnnojFLMSkBp50mx02rHsMK2sjU7mFt4L13hoB7drAaJ8jD6+A443jJogV7y2FUOhQCWPmM6YaNHy7qg==", .documentation),
        (String(repeating: "A", count: 86) + "==", .placeholder), ("<your key>", .placeholder), ("${KEY}", .template),
        ("{{ .Values.key }}", .template),
    ])
    func setsLookAlikesAside(value: String, reason: LookAlike) {
        let found = keySightings(in: FieldCollection(["conn": "AccountName=devstoreaccount1;AccountKey=\(value);"]))
        #expect(found.matches == [])
        #expect(found.lookAlikes == [reason: 1])
    }
}
