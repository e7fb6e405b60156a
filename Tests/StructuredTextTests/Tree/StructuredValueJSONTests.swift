import StructuredText
import Testing

struct StructuredValueJSONTests {
    @Test(arguments: [
        #"{"name":"a","list":[1,true,null,"1"],"empty":{}}"#, "[]", #""text""#, "-7",
        #"{"a":1.50,"b":[1e3,-0,18446744073709551616]}"#,
    ])
    func readsWhatWasWritten(text: String) throws {
        let value = try #require(StructuredValue.reading(json: text))
        #expect(JSONWriter.text(for: value, pretty: false) == text)
    }

    @Test(arguments: ["", "{", "1.", "[01]", #"{"a":+1}"#, "a", "NaN"])
    func readsNothingElse(text: String) {
        #expect(StructuredValue.reading(json: text) == nil)
    }

    @Test func findsMembers() {
        let value: StructuredValue = ["a": ["b": 1]]
        #expect(value["a"]?["b"] == 1 && value["b"] == nil && value["a"]?["b"]?["c"] == nil)
    }
}
