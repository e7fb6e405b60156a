import Testing

@testable import StructuredText

struct JSONWriterTests {
    @Test func writesPretty() {
        let value: StructuredValue = ["b": [1, "x", ["z": false]], "a": .null, "e": [], "m": [:]]
        #expect(
            JSONWriter.text(for: value, pretty: true) == """
                {
                    "b": [
                        1,
                        "x",
                        {
                            "z": false
                        }
                    ],
                    "a": null,
                    "e": [],
                    "m": {}
                }
                """)
    }

    @Test func writesOnOneLine() {
        let value: StructuredValue = ["b": [-1, true], "a": .null]
        #expect(JSONWriter.text(for: value, pretty: false) == #"{"b":[-1,true],"a":null}"#)
    }

    @Test func escapesOnlyWhatMustBe() {
        let text = "\"\\/\u{8}\u{9}\u{A}\u{C}\u{D}\u{0}\u{1F}\u{7F}\u{2028}é😀<"
        #expect(
            JSONWriter.text(for: .string(text), pretty: false)
                == #""\"\\/\b\t\n\f\r\u0000\u001f"# + "\u{7F}\u{2028}é😀<\"")
    }
}
