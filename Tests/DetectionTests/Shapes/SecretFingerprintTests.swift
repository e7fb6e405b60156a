import MigrationModel
import Testing

@testable import Detection

struct SecretFingerprintTests {
    @Test func isTheSameEverywhere() {
        let id = SecretFingerprint.id(.azureClientSecret, of: "not a secret".utf8)
        #expect(id == "azure-client-secret:489735fd6ccb193b")
        #expect(SecretFingerprint.id(.azureStorageAccountKey, of: "not a secret".utf8) != id)
        #expect(SecretFingerprint.id(.azureClientSecret, of: "not a secre".utf8) != id)
    }
}
