import Testing

@testable import StructuredText

struct YAMLReaderTests {
    @Test func expandsAliasesWithTheirOwnOffsets() {
        let reading = YAMLReading("a: &x {b: c}\nd: *x\n<<: *x\n")
        let node: [YAMLEventRecorder.Event] = [.beginMapping(3), .key("b", 7), .plain("c", 10), .end]
        #expect(
            reading.events == [.beginMapping(0), .key("a", 0)] + node + [.key("d", 13)] + node
                + [.key("<<", 19)] + node + [.end])
        #expect(reading.problem == nil)
    }

    @Test func stopsAnAliasBomb() {
        var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        for level in 1...60 {
            let aliases = Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ")
            text += "a\(level): &a\(level) [\(aliases)]\n"
        }
        let reading = YAMLReading(text)
        #expect(reading.problem?.code == .aliasExpansion)
        #expect(reading.events.count < 1_100_000)
    }

    @Test func stopsALargeTextThatIsRepeated() {
        let large = String(repeating: "x", count: 1 << 20)
        let text = "a: &a \(large)\nb: [" + Array(repeating: "*a", count: 17).joined(separator: ", ") + "]\n"
        let reading = YAMLReading(text)
        #expect(reading.problem?.code == .aliasExpansion)
        #expect(reading.events.count == 3 + 1 + 1 + 16)
    }

    @Test func refusesANodeThatHoldsItself() {
        #expect(YAMLReading("a: &x [b, *x]\n").problem?.code == .aliasExpansion)
    }

    @Test func readsOnBehindAnAliasWithoutAnchor() {
        let reading = YAMLReading("a: *x\nb: c\n")
        #expect(
            reading.events == [
                .beginMapping(0), .key("a", 0), .plain("", 3), .key("b", 6), .plain("c", 9), .end,
            ])
        #expect(reading.problem == SyntaxProblem(.malformed, at: 3, "an alias without an anchor"))
    }

    @Test func flattensCollectionsThatAreKeys() {
        let reading = YAMLReading("? {a: b, c: [d]}\n: e\n? [f]\n: g\n")
        #expect(
            reading.events == [
                .beginMapping(0), .key("a b c d", 2), .plain("e", 19), .key("f", 23), .plain("g", 29), .end,
            ])
    }

    @Test func reportsRepeatedKeys() {
        let text = "b: 1\na: 2\nb: 3\n"
        let events: [YAMLEventRecorder.Event] = [
            .beginMapping(0), .key("b", 0), .plain("1", 3), .key("a", 5), .plain("2", 8), .key("b", 10),
            .duplicate("b", 10), .plain("3", 13), .end,
        ]
        #expect(YAMLReading(text).events == events)
        #expect(YAMLReading(libyaml: Array(text.utf8)).events == events)
    }

    @Test(arguments: [40, 400]) func findsRepeatedKeysInLargeUnsortedMappings(count: Int) {
        let lines = (0..<count).reversed().map { "k\($0): x\n" }.joined() + "k7: y\nk8: y\nzz: z\n"
        let duplicates = YAMLReading(lines).events.compactMap { event in
            if case .duplicate(let key, _) = event { key } else { nil }
        }
        #expect(duplicates == ["k7", "k8"])
    }

    @Test(arguments: [
        ("a: [b", SyntaxProblem.Code.truncated), ("a: \"b", .truncated), ("a: {b: c\n", .truncated),
        ("a: b: c\n", .malformed), ("a: ]\n", .malformed), ("\tb: c\n", .malformed), ("a: b\n---\nc: d\n", .malformed),
        ("%YAML 3.0\n---\na: b\n", .malformed), ("a: !x!y z\n", .malformed), ("a: @b\n", .malformed),
    ])
    func namesTheProblem(text: String, code: SyntaxProblem.Code) {
        #expect(YAMLReading(text).problem?.code == code)
    }

    @Test func handsOutWhatIsBeforeAProblem() {
        let reading = YAMLReading("a: b\nc: [d, \"e")
        #expect(
            reading.events == [
                .beginMapping(0), .key("a", 0), .plain("b", 3), .key("c", 5), .beginSequence(8), .plain("d", 9),
            ])
    }

    @Test func tellsWhereTheNextDocumentBegins() {
        #expect(YAMLReading("a: b\n---\nc: d\n").problem?.offset == 9)
        #expect(YAMLReading("a: b\n---\n").problem == nil)
    }

    @Test func countsBytes() {
        let reading = YAMLReading("é: [ö, 😀, x]\n")
        #expect(
            reading.events == [
                .beginMapping(0), .key("é", 0), .beginSequence(4), .plain("ö", 5), .plain("😀", 9), .plain("x", 15),
                .end, .end,
            ])
        #expect(YAMLReading("\u{FEFF}a: [b]\n").events.first == .beginMapping(3))
    }

    @Test func readsUTF16() {
        let units: [UInt16] = [0xFEFF] + Array("😀: b\n".utf16)
        let bytes = units.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        #expect(YAMLReading(bytes).events == [.beginMapping(2), .key("😀", 2), .plain("b", 10), .end])
    }

    @Test func readsPastBytesThatAreNotUTF8() {
        let reading = YAMLReading(Array("a: b".utf8) + [0xFF, 0xC3] + Array("c\nd: e\n".utf8))
        #expect(
            reading.events == [
                .beginMapping(0), .key("a", 0), .plain("b;;c", 3), .key("d", 8), .plain("e", 11), .end,
            ])
        #expect(reading.problem == SyntaxProblem(.invalidUTF8, at: 4, "not UTF-8"))
    }

    @Test func readsPastControlCharacters() {
        let reading = YAMLReading("a: \"\u{0}b\u{85}\"\nc: d\u{7F}\n")
        #expect(reading.events.contains(.plain("d;", 13)))
        #expect(reading.problem?.code == .malformed)
        #expect(reading.problem?.offset == 4)
    }

    @Test(arguments: ["", "\n\n", "# only a comment\n", "---\n# c\n"])
    func findsNothingInATextWithoutContent(text: String) {
        let reading = YAMLReading(text)
        #expect(reading.problem == nil)
        #expect(reading.events.count <= 1)
    }

    @Test(arguments: [
        String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000),
        String(repeating: "{a: ", count: 100_000), String(repeating: "? ", count: 100_000),
        String(repeating: "[{a: ", count: 50_000), String(repeating: "? - ", count: 50_000),
    ])
    func stopsWhereNestingIsTooDeep(text: String) {
        let reading = YAMLReading(text)
        #expect(reading.problem?.code == .tooDeep)
        #expect(reading.events.count <= 2 * SyntaxProblem.nestingLimit)
    }

    @Test func readsAsDeepAsTheLimit() {
        let depth = SyntaxProblem.nestingLimit
        let reading = YAMLReading(String(repeating: "- ", count: depth) + "x\n")
        #expect(reading.problem == nil)
        #expect(reading.events.count == 2 * depth + 1)
    }

    @Test func readsAnItem() {
        #expect(YAMLReading("- [a]\n", asItem: true).events == [.beginSequence(2), .plain("a", 3), .end])
        #expect(YAMLReading("- a\n", asItem: true).events == [.plain("a", 2)])
        #expect(YAMLReading("a: b\n", asItem: true).events == YAMLReading("a: b\n").events)
    }
}
