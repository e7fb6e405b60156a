import StructuredText
import Testing

struct StructuredValueJSONTests {
    @Test(arguments: [
        #"{"name":"a","list":[1,true,null,"1"],"empty":{}}"#, "[]", #""text""#, "-7",
    ])
    func readsWhatWasWritten(text: String) throws {
        let value = try #require(StructuredValue.reading(json: text))
        #expect(JSONWriter.text(for: value, pretty: false) == text)
    }

    @Test(arguments: ["", "{", "1.5", "[1e3]", #"{"a":1.5}"#, "a"])
    func readsNothingElse(text: String) {
        #expect(StructuredValue.reading(json: text) == nil)
    }

    @Test func findsMembers() {
        let value: StructuredValue = ["a": ["b": 1]]
        #expect(value["a"]?["b"] == 1 && value["b"] == nil && value["a"]?["b"]?["c"] == nil)
    }
}
