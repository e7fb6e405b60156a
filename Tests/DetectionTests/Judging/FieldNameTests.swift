import Testing

@testable import Detection

struct FieldNameTests {
    private func name(_ text: String) -> FieldName { FieldName(text.utf8) }

    @Test(arguments: [
        ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"), ("accessKey", "secretKey"),
        ("STAGING_KEY_ID", "staging-secret"),
        ("aws_id", "aws_key"), ("fs.s3a.access.key", "fs.s3a.secret.key"), ("username", "password"),
    ])
    func findsTheSameStem(id: String, secret: String) {
        #expect(name(id).stem == name(secret).stem)
    }

    @Test func tellsStemsApart() {
        #expect(name("FOO_KEY_ID").stem != name("BAR_SECRET").stem)
        #expect(name("FOO_KEY_ID").stem == Array("foo".utf8))
    }

    @Test func keepsTheEndOfLongNames() {
        let long = String(repeating: "x", count: 5000) + "_ACCESS_KEY"
        #expect(name(long).folded.count == 94)
        #expect(name(long).ends(with: "accesskey"))
        #expect(!name(long).ends(with: "secretkey"))
        #expect(!name("").ends(with: "accesskey"))
    }

    @Test func readsStorageAccount() {
        #expect(name("fs.azure.account.key.fixture.blob.core.windows.net").storageAccount == "fixture")
        #expect(name("fs.azure.account.key").storageAccount == nil)
        #expect(name("fs.azure.account.key.").storageAccount == nil)
    }
}
