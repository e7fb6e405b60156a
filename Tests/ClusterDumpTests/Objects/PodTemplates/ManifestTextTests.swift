import StructuredText
import Testing

@testable import ClusterDump

struct ManifestTextTests {
    private func json(of text: String, _ syntax: Syntax) -> String {
        var result = ""
        let document = RawDocument(input: "", syntax: syntax, isItem: false, offset: 0, line: 1)
        ObjectTree().read(Array(text.utf8).span, of: document, .search) { result = ManifestText.json(of: $0) }
        return result
    }

    @Test(arguments: [
        #"{"name":"a","items":[{"key":"k","mode":256},{}],"list":[],"readOnly":true,"none":null,"no":false}"#,
        #"{"a\"b":"c\\d\n\u0001","é":"ü","empty":"","number":"12","word":"true","minus":-7}"#, "[]", #""text""#,
    ])
    func writesWhatItRead(_ text: String) {
        #expect(json(of: text, .json) == text)
    }

    @Test func readsPlainScalarsAsKubernetesDoes() {
        #expect(
            json(of: "{mode: 0400, zero: 0, sum: +5, off: no, text: 08, size: 1.5, quoted: '0400', none: ~}", .yaml)
                == #"{"mode":256,"zero":0,"sum":5,"off":"no","text":8,"size":"1.5","quoted":"0400","none":null}"#)
    }

    @Test func repairsWhatIsNoText() {
        #expect(json(of: "{\"a\":\"\u{7f}b\"}", .json) == "{\"a\":\"\u{7f}b\"}")
        let broken = Array(#"{"a":""#.utf8) + [0xff] + Array(#""}"#.utf8)
        let document = RawDocument(input: "", syntax: .json, isItem: false, offset: 0, line: 1)
        ObjectTree().read(broken.span, of: document, .search) { root in
            #expect(ManifestText.json(of: root) == "{\"a\":\"\u{fffd}\"}")
        }
    }
}
