import Testing

@testable import Detection

struct CloudWordsTests {
    @Test(arguments: [
        "AWS_ACCESS_KEY_ID", "credentials", "sa-key.json", "my.boto", "GOOGLE_APPLICATION_CREDENTIALS", "config",
        "azure.tenant", "S3_SECRET", ".s3cfg", "rclone.conf", "PROFILE",
    ])
    func speak(_ name: String) {
        #expect(CloudWords.areIn(name: Array(name.utf8).span))
    }

    @Test(arguments: ["", "a", "tls.crt", "index.html", "LOG_LEVEL", "a w s", String(repeating: "aws", count: 50)])
    func areSilent(_ name: String) {
        #expect(!CloudWords.areIn(name: Array(name.utf8).span))
    }

    @Test func knowBeginnings() {
        for text in ["[default]\nregion", "[profile x]\n", "W2RlZmF1bHRdCg==", "W3Byb2ZpbGUgeF0K"] {
            #expect(CloudWords.begin(Array(text.utf8).span))
        }
        for text in ["", "[default]", "[server]\nport=1", "WAAAAAAAAAAAAAAA", "x[default]\nx=y"] {
            #expect(!CloudWords.begin(Array(text.utf8).span))
        }
    }
}
