import StructuredText
import Testing

@testable import Simulation

struct JSONPatchingTests {
    private func patched(_ json: String, _ operations: String) -> String {
        guard let value = StructuredValue.reading(json: json),
            case .sequence(let list)? = StructuredValue.reading(json: operations)
        else { return "no JSON" }
        do throws(JSONPatching.Misfit) {
            return JSONWriter.text(for: try JSONPatching.apply(list, to: value), pretty: false)
        } catch {
            return "misfit"
        }
    }

    @Test(arguments: [
        (#"{"a":1}"#, #"[{"op":"test","path":"/a","value":1},{"op":"remove","path":"/a"}]"#, "{}"),
        (#"{"a":1}"#, #"[{"op":"test","path":"/b","value":null}]"#, #"{"a":1}"#),
        (#"{"a":1}"#, #"[{"op":"test","path":"/a","value":null}]"#, "misfit"),
        (#"{"a":{"x":1,"y":2}}"#, #"[{"op":"test","path":"/a","value":{"y":2,"x":1}}]"#, #"{"a":{"x":1,"y":2}}"#),
        (
            #"{"a":[1,3]}"#, #"[{"op":"add","path":"/a/1","value":2},{"op":"add","path":"/a/-","value":4}]"#,
            #"{"a":[1,2,3,4]}"#
        ),
        (#"{"a":[1]}"#, #"[{"op":"add","path":"/a/2","value":2}]"#, "misfit"),
        (#"{"a/b":{"c~d":1}}"#, #"[{"op":"replace","path":"/a~1b/c~0d","value":2}]"#, #"{"a/b":{"c~d":2}}"#),
        (#"{"a":1}"#, #"[{"op":"replace","path":"/b","value":2}]"#, "misfit"),
        (#"{"a":{"b":1}}"#, #"[{"op":"move","from":"/a/b","path":"/c"}]"#, #"{"a":{},"c":1}"#),
        (#"{}"#, #"[{"op":"add","path":"/a/b","value":1}]"#, "misfit"),
        (#"{"a":1}"#, #"[{"op":"remove","path":"/a"},{"op":"test","path":"/a","value":1}]"#, "misfit"),
    ]) func patches(_ example: (json: String, operations: String, expected: String)) {
        #expect(patched(example.json, example.operations) == example.expected)
    }
}
