import Testing

@testable import ClusterDump

struct JSONSplitterTests {
    /// A piece with its text.
    private struct Cut: Hashable {
        var kind: DocumentPiece.Kind
        var text: String

        init(_ kind: DocumentPiece.Kind, _ text: String) { (self.kind, self.text) = (kind, text) }
    }

    /// Splits with a scanner, showing so many new bytes at a time.
    private func split<Scanning: StructureScanning>(
        _ text: String, by step: Int, with scanning: Scanning.Type
    ) -> [Cut] {
        let bytes = Array(text.utf8)
        var splitter = JSONSplitter<Scanning>()
        var (start, end, cuts) = (0, 0, [Cut]())
        repeat {
            end = min(bytes.count, end + step)
            let shown = Array(bytes[start..<end])
            start += splitter.split(shown.span, atEnd: end == bytes.count) { piece in
                cuts.append(Cut(piece.kind, String(decoding: piece.head + shown[piece.range], as: UTF8.self)))
            }
        } while end < bytes.count
        return cuts
    }

    /// Splits in every way, which must agree.
    private func split(_ text: String) -> [Cut] {
        let cuts = split(text, by: text.utf8.count + 1, with: NativeStructureScanning.self)
        for step in [1, 7, 63, 64, 65, 200] {
            #expect(split(text, by: step, with: NativeStructureScanning.self) == cuts, "in steps of \(step)")
            #expect(split(text, by: step, with: PortableStructureScanning.self) == cuts, "in steps of \(step)")
        }
        return cuts
    }

    @Test func takesASingleObjectWhole() {
        let text = #"{"kind": "Secret", "data": {"a": "}{][", "b": "\"}"}}"#
        #expect(split(text) == [Cut(.document, text)])
    }

    @Test func cutsAListIntoItemsAndItsEnvelope() {
        let text = #"{"apiVersion": "v1", "items": [ {"a": 1}, {"b": [{}]} ], "kind": "List", "metadata": {"x": []}}"#
        #expect(
            split(text) == [
                Cut(.item, #"{"a": 1}"#), Cut(.item, #"{"b": [{}]}"#),
                Cut(.envelope, #"{"apiVersion": "v1", "items": [], "kind": "List", "metadata": {"x": []}}"#),
            ])
    }

    @Test func cutsAnArrayOfObjects() {
        #expect(split(#"[{"a":1},{"b":2}]"#) == [Cut(.item, #"{"a":1}"#), Cut(.item, #"{"b":2}"#)])
    }

    @Test func cutsJSONLines() {
        let text = "{\"a\":1}\n{\"b\":\"}\"}\n\n{\"c\":3}\n"
        #expect(
            split(text) == [Cut(.document, #"{"a":1}"#), Cut(.document, #"{"b":"}"}"#), Cut(.document, #"{"c":3}"#)])
    }

    @Test func findsItemsOnlyAtTheTop() {
        let text = #"{"spec": {"items": [{"a": 1}]}, "items2": [{}]}"#
        #expect(split(text) == [Cut(.document, text)])
    }

    @Test func handsOutWhatEndsInTheMiddle() {
        #expect(split(#"{"items": [{"a": 1}, {"b": "x"#) == [Cut(.item, #"{"a": 1}"#), Cut(.item, #"{"b": "x"#)])
        #expect(split(#"{"items": [{"a": 1},"#) == [Cut(.item, #"{"a": 1}"#), Cut(.envelope, #"{"items": ["#)])
        #expect(split(#"{"a": {"b""#) == [Cut(.document, #"{"a": {"b""#)])
    }

    @Test func startsOverBehindALineThatLacksAQuote() {
        let text = "{\"a\":1}\n{\"b\":\"x}\n{\"c\":3}\n"
        #expect(
            split(text) == [
                Cut(.document, #"{"a":1}"#), Cut(.document, "{\"b\":\"x}\n"), Cut(.document, #"{"c":3}"#),
            ])
    }

    @Test func reportsTextBetweenDocuments() {
        #expect(
            split("oops {\"a\":1} AKIA {}") == [
                Cut(.stray, "oops "), Cut(.document, #"{"a":1}"#), Cut(.stray, " AKIA "), Cut(.document, "{}"),
            ])
        #expect(split("\n , \n") == [])
        #expect(split("}]") == [Cut(.stray, "}]")])
    }

    @Test func countsBackslashesBeforeQuotes() {
        for count in 0..<140 {
            let padding = String(repeating: " ", count: count)
            for run in 1...5 {
                let slashes = String(repeating: "\\\\", count: run)
                let text = "\(padding){\"a\":\"\(slashes)\",\"b\":\"\(slashes)\\\"}\"}"
                #expect(split(text, by: 64, with: NativeStructureScanning.self).map(\.text) == [text.trimmed])
                #expect(split(text, by: 1000, with: PortableStructureScanning.self).map(\.text) == [text.trimmed])
            }
        }
    }

    @Test func givesUpAPieceThatIsTooLarge() {
        let first = Array(#"{"items": [{"a": "\#(String(repeating: "x", count: 200))"#.utf8)
        var splitter = JSONSplitter<NativeStructureScanning>()
        var cuts: [DocumentPiece] = []
        let start = splitter.split(first.span, atEnd: false) { cuts.append($0) }
        let rest = Array(first[start...])
        let dropped = splitter.abandonPiece(in: rest.span)
        let second = Array(rest[dropped...]) + Array(#""}, {"b": 1}]}"#.utf8)
        var texts: [String] = []
        _ = splitter.split(second.span, atEnd: true) { piece in
            cuts.append(piece)
            texts.append(String(decoding: second[piece.range], as: UTF8.self))
        }
        #expect(cuts.map(\.kind) == [.stray, .item, .envelope])
        #expect(texts[1] == #"{"b": 1}"#)
    }
}

extension String {
    /// Without the white space before it.
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
