import Execution
import MigrationModel
import StructuredText
import Testing

struct ObservedDocumentTests {
    @Test func keepsNoValueOfSecretsAndConfigMaps() {
        for kind in ["Secret", "ConfigMap"] {
            let text = """
                {"items":[{"metadata":{"name":"a","annotations":{"n":"PLANTED"},"labels":{"l":"v"}},"kind":"\(kind)",
                "data":{"k":"PLANTED"},"stringData":{"k":"PLANTED"},"binaryData":{"k":"PLANTED"}}]}
                """
            let value = ObservedDocument.reading(Array(text.utf8))
            #expect(value != nil && !"\(value, default: "")".contains("PLANTED"))
            guard case .sequence(let items)? = value?["items"] else { Issue.record("no items"); return }
            #expect(items[0]["data"] == ["k": ""] && items[0]["metadata"]?["labels"] == ["l": "v"])
        }
    }

    @Test func keepsNoCopyOfAnObject() {
        let text =
            #"{"kind":"Pod","metadata":{"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"PLANTED","a":"b"}}}"#
        #expect(
            ObservedDocument.reading(Array(text.utf8))?["metadata"]?["annotations"]
                == ["kubectl.kubernetes.io/last-applied-configuration": "", "a": "b"])
    }

    @Test func readsNumbersThatAreNotWhole() {
        #expect(ObservedDocument.reading(Array(#"{"a":0.5,"b":1e3,"c":7}"#.utf8)) == ["a": "0.5", "b": "1e3", "c": 7])
        #expect(ObservedDocument.reading(Array(#"{"a":"#.utf8)) == nil)
    }

    @Test func readsTimesAsApisWriteThem() {
        let time = Timestamp("2026-01-01T10:00:00.000Z")
        for text in [
            "2026-01-01T10:00:00Z", "2026-01-01T12:00:00+02:00", "2026-01-01T08:30:00-01:30",
            "2026-01-01T10:00:00.000999Z",
        ] {
            #expect(ObservedTime.reading(text) == time, "\(text)")
        }
        for text in ["", "2026-01-01", "2026-01-01T10:00:00", "2026-13-01T10:00:00Z", "2026-01-01T10:00:00+2"] {
            #expect(ObservedTime.reading(text) == nil, "\(text)")
        }
    }
}
