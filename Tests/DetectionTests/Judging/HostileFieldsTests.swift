import MigrationModel
import Testing

@testable import Detection

/// Texts that are cut, joined and nested in every way: nothing crashes, and no secret gets into an identity.
struct HostileFieldsTests {
    private static let pieces =
        TestKeys.allSecret + TestKeys.ids + TestKeys.canaries + [
            TestKeys.temporary, TestKeys.userHMAC, TestKeys.serviceAccountHMAC, TestKeys.client, TestKeys.tenant,
            TestKeys.email, TestKeys.privateKeyID, TestKeys.privateKey, "AKIA", "ASIA", "GOOG", "Q~", "8Q~", "==", "%2",
            "%2F",
            "%", "\\", "\\n", "\\u00", "\\u0022", "/", "+", "-", "_", "=", ":", "://", "s3://", "@", "<value>",
            "</name>",
            "<name>", "\n", " ", "\"", "'", "AccountKey=", "AccountName=", "AccountEndpoint=", "PRIVATE KEY-----",
            "-----BEGIN ", "private_key_id", "service_account", ".gserviceaccount.com", "endpoint", "endpoint=",
            "--key",
            "${", "{{", "\u{0}", "é", "clientSecret", "tenantId", "clientId", "name", "value", "key", "account",
        ]

    @Test func survivesAnyText() {
        var generator = SeededGenerator(seed: 23)
        for _ in 0..<3_000 {
            var fields = FieldCollection()
            for scope in 0..<Int.random(in: 1...3, using: &generator) {
                _ = fields.addScope(in: scope == 0 ? nil : Int.random(in: 0..<scope, using: &generator))
            }
            for _ in 0..<Int.random(in: 1...6, using: &generator) {
                let text = (0..<Int.random(in: 0...5, using: &generator))
                    .compactMap { _ in Self.pieces.randomElement(using: &generator) }.joined()
                let cut = Array(text.utf8).dropFirst(Int.random(in: 0...3, using: &generator))
                    .dropLast(Int.random(in: 0...3, using: &generator))
                let scope = Int.random(in: 0..<fields.parents.count, using: &generator)
                let name = Self.pieces.suffix(8).randomElement(using: &generator) ?? ""
                fields.add([name: ""], in: scope)
                fields.fields[fields.fields.count - 1].text = Array(cut)
            }
            for match in keySightings(in: fields).matches {
                let shown = match.identity.id + (match.identity.principal ?? "")
                #expect(!TestKeys.allSecret.contains { shown.contains($0) })
            }
        }
    }
}
