import Testing

@testable import ClusterDump

struct ListHeadTests {
    private func head(_ text: String) -> ListHead { ListHead(Array(text.utf8)) }

    @Test func knowsTheTypeOfItems() {
        #expect(
            head(#"{"kind":"SecretList","apiVersion":"v1","metadata":{"resourceVersion":"1"},"items":["#).itemType
                == .init(apiVersion: "v1", kind: "Secret"))
        #expect(head(#"{"kind":"SecretList","items":["#).itemType == .init(apiVersion: "", kind: "Secret"))
        for text in [#"{"kind":"List","items":["#, #"{"kind":"Secret","items":["#, #"{"items":["#, "[", "", "{{"] {
            #expect(head(text).itemType == nil, "\(text)")
        }
    }

    @Test func knowsHowToGoOn() {
        #expect(head(#"{"metadata":{"continue":"abc"},"items":[]}"#).continueToken == "abc")
        #expect(head(#"{"items":[],"metadata":{"continue":"abc"}}"#).continueToken == "abc")
        for text in [#"{"metadata":{"continue":""},"items":["#, #"{"metadata":{},"items":["#, #"{"continue":"abc"}"#] {
            #expect(head(text).continueToken == nil, "\(text)")
        }
    }
}
