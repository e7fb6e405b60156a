import MigrationModel
import StructuredText
import Testing

@testable import Detection

struct EntryReaderTests {
    private func file(_ text: String) -> FileContents {
        EntryReader.contents(
            of: Array(text.utf8).span, quoted: true, named: "k", isEncoded: false, in: .secret, ScratchBuffer()
        ).file
    }

    @Test(arguments: [
        "authorized_user", "external_account", "external_account_authorized_user", "gdch_service_account",
        "impersonated_service_account", "service_account",
    ])
    func knowsGoogleFiles(_ type: String) {
        #expect(file(" {\"a\": {\"type\": \"b\"}, \"type\": \"\(type)\"}\n") == .google(type: type))
    }

    @Test(arguments: [
        #"{"type": "other"}"#, #"{"a": {"type": "service_account"}}"#, #"{"type": "service_account""#,
        #"[{"type": "service_account"}]"#, #"{"type": ["service_account"]}"#, "type: service_account", "{}", "",
    ])
    func knowsOtherFiles(_ text: String) {
        #expect(file(text) == .other)
    }

    @Test func knowsTokens() {
        #expect(file("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.c2ln\n") == .token)
        #expect(file("eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0") == .other)
        #expect(file("eyJh.eyJz.c2ln.more") == .other)
        #expect(file("eyJh.ey Jz.c2ln") == .other)
    }
}
