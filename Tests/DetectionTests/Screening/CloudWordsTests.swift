import Testing

@testable import Detection

struct CloudWordsTests {
    private func areIn(_ name: String) -> Bool { CloudWords.areIn(name: Array(name.utf8).span) }

    private func begin(_ text: String) -> Bool { CloudWords.begin(Array(text.utf8).span) }

    @Test(arguments: [
        "AWS_ACCESS_KEY_ID", "credentials", "sa-key.json", "my.boto", "GOOGLE_APPLICATION_CREDENTIALS", "config",
        "azure.tenant", "S3_SECRET", ".s3cfg", "rclone.conf", "PROFILE",
    ])
    func speak(_ name: String) {
        #expect(areIn(name))
    }

    @Test(arguments: ["", "a", "tls.crt", "index.html", "LOG_LEVEL", "a w s", String(repeating: "aws", count: 50)])
    func areSilent(_ name: String) {
        #expect(!areIn(name))
    }

    @Test func knowBeginnings() {
        for text in ["[default]\nregion", "[profile x]\n", "W2RlZmF1bHRdCg==", "W3Byb2ZpbGUgeF0K"] {
            #expect(begin(text))
        }
        for text in ["", "[default]", "[server]\nport=1", "WAAAAAAAAAAAAAAA", "x[default]\nx=y"] {
            #expect(!begin(text))
        }
    }
}
