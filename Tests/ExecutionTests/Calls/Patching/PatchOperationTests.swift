import StructuredText
import Testing

@testable import Execution

struct PatchOperationTests {
    private func applied(_ patch: String, to object: String) -> String? {
        guard let operations = PatchOperation.reading(patch), let value = StructuredValue.reading(json: object),
            let result = try? operations.applied(to: value)
        else { return nil }
        return JSONWriter.text(for: result, pretty: false)
    }

    @Test(arguments: [
        (#"[{"op":"add","path":"/a","value":1}]"#, #"{"a":1}"#), (#"[{"op":"add","path":"/l/1","value":9}]"#, ""),
        (#"[{"op":"test","path":"/x","value":null}]"#, "{}"), (#"[{"op":"test","path":"/x/y/0","value":null}]"#, "{}"),
        (#"[{"op":"remove","path":"/x"}]"#, ""), (#"[{"op":"replace","path":"/x","value":1}]"#, ""),
        (#"[{"op":"add","path":"/a~1b~0","value":"c"}]"#, #"{"a/b~":"c"}"#),
        (#"[{"op":"add","path":"x","value":1}]"#, ""),
        (#"[{"op":"replace","path":"","value":[]}]"#, "[]"),
    ])
    func changesAnEmptyObject(patch: String, result: String) {
        #expect(applied(patch, to: "{}") == (result.isEmpty ? nil : result))
    }

    @Test func changesLists() {
        let list = #"{"l":[0,1,2]}"#
        #expect(applied(#"[{"op":"add","path":"/l/1","value":9}]"#, to: list) == #"{"l":[0,9,1,2]}"#)
        #expect(applied(#"[{"op":"add","path":"/l/3","value":9}]"#, to: list) == #"{"l":[0,1,2,9]}"#)
        #expect(applied(#"[{"op":"add","path":"/l/-","value":9}]"#, to: list) == #"{"l":[0,1,2,9]}"#)
        #expect(applied(#"[{"op":"add","path":"/l/4","value":9}]"#, to: list) == nil)
        #expect(applied(#"[{"op":"remove","path":"/l/2"},{"op":"remove","path":"/l/0"}]"#, to: list) == #"{"l":[1]}"#)
        #expect(applied(#"[{"op":"remove","path":"/l/3"}]"#, to: list) == nil)
        #expect(applied(#"[{"op":"remove","path":"/l/01"}]"#, to: list) == nil)
        #expect(applied(#"[{"op":"remove","path":"/l/-1"}]"#, to: list) == nil)
        #expect(applied(#"[{"op":"move","from":"/l/0","path":"/m"}]"#, to: list) == #"{"l":[1,2],"m":0}"#)
        #expect(applied(#"[{"op":"copy","from":"/l","path":"/m"}]"#, to: list) == #"{"l":[0,1,2],"m":[0,1,2]}"#)
    }

    @Test func keepsNumbersAsTheyAre() {
        #expect(applied(#"[{"op":"add","path":"/b","value":1}]"#, to: #"{"a":0.10}"#) == #"{"a":0.10,"b":1}"#)
    }

    @Test(arguments: ["", "{}", "[1]", #"[{"op":"grow","path":"/a"}]"#, #"[{"op":"test"}]"#])
    func readsPatchesOnly(text: String) {
        #expect(PatchOperation.reading(text) == nil)
    }
}
