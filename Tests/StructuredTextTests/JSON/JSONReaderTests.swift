import StructuredText
import Testing

@testable import StructuredText

/// Writes down what a reader hands out, one word an event.
final class EventLog: DocumentVisitor {
    private(set) var events: [String] = []
    private(set) var duplicates: [String] = []

    func beginMapping(at offset: Int) { events.append("{@\(offset)") }
    func beginSequence(at offset: Int) { events.append("[@\(offset)") }
    func endCollection() { events.append("end") }
    func key(_ text: Span<UInt8>, at offset: Int) { events.append("key:\(String(copying: text))") }
    func duplicateKey(_ text: Span<UInt8>, at offset: Int) { duplicates.append(String(copying: text)) }
    func scalar(_ text: Span<UInt8>, quoted: Bool, at offset: Int) {
        events.append("\(quoted ? "text" : "plain"):\(String(copying: text))")
    }
}

struct JSONReaderTests {
    /// Reads with the vector path and with the portable one, which must agree, and returns what both did.
    private func read(_ text: [UInt8]) -> (log: EventLog, problem: SyntaxProblem?) {
        let (native, portable) = (EventLog(), EventLog())
        let first = problem { () throws(SyntaxProblem) in
            var parser = JSONParser<NativeScanning>()
            try parser.read(text.span, into: native)
        }
        let second = problem { () throws(SyntaxProblem) in
            var parser = JSONParser<PortableScanning>()
            try parser.read(text.span, into: portable)
        }
        #expect(native.events == portable.events)
        #expect(first == second)
        return (native, first)
    }

    private func read(_ text: String) -> (log: EventLog, problem: SyntaxProblem?) { read(Array(text.utf8)) }

    private func problem(_ body: () throws(SyntaxProblem) -> Void) -> SyntaxProblem? {
        do throws(SyntaxProblem) {
            try body()
            return nil
        } catch {
            return error
        }
    }

    @Test func handsOutEveryValueInOrder() {
        let (log, problem) = read(#" {"a": [1, -2.5e+3, true, null, "x"], "b": {}, "c": []} "#)
        #expect(problem == nil)
        #expect(
            log.events == [
                "{@1", "key:a", "[@7", "plain:1", "plain:-2.5e+3", "plain:true", "plain:null", "text:x", "end", "key:b",
                "{@43", "end", "key:c", "[@52", "end", "end",
            ])
    }

    @Test(arguments: [#""AKIA""#, "7", "null", "[]", "{}"])
    func readsAnyTopLevelValue(_ text: String) {
        #expect(read(text).problem == nil)
    }

    @Test func resolvesEscapes() {
        let (log, problem) = read(#"["\u0041KIA", "a\"\\\/\b\f\n\r\tz", "\ud83d\ude00", "\ud83d", "\udc00\u00e9"]"#)
        #expect(problem == nil)
        #expect(
            log.events == [
                "[@0", "text:AKIA", "text:a\"\\/\u{8}\u{c}\n\r\tz", "text:😀", "text:\u{fffd}", "text:\u{fffd}é", "end",
            ])
    }

    @Test(arguments: [
        "{", "[", "[1", "[1,", #"{"a"#, #"{"a""#, #"{"a":"#, #"{"a":1"#, #"["\"#, #"["\u00"#, "", "  ", "tru", "-",
    ])
    func reportsTextsThatEndInTheMiddle(_ text: String) {
        #expect(read(text).problem?.code == .truncated, "\(text)")
    }

    @Test(arguments: [
        "[1 2]", "{1: 2}", #"{"a" 1}"#, #"{"a":1,}"#, "[1,]", "[01]", "[1.]", "[.5]", "[+1]", "[1e]", "[nul]",
        "[nulls]",
        "[True]", #"["\x41"]"#, #"["\u00zz"]"#, "[\"a\nb\"]", "{]", "[}", "[] []", "{}x", #"{"a":}"#, "[,]", "]", "'a'",
        "[1]\u{0}",
    ])
    func refusesWhatIsNotJSON(_ text: String) {
        #expect(read(text).problem?.code == .malformed, "\(text)")
    }

    @Test func keepsWhatCameBeforeTheProblem() {
        let (log, problem) = read(#"{"a": "b", "c": nope, "d": "e"}"#)
        #expect(problem == SyntaxProblem(.malformed, at: 16, "a value was expected"))
        #expect(log.events == ["{@0", "key:a", "text:b", "key:c"])
    }

    @Test func handsOutTextThatIsNotUTF8AndReportsItAtTheEnd() {
        var text = Array(#"{"a": "x", "b": "y"}"#.utf8)
        text[7] = 0xff
        let (log, problem) = read(text)
        #expect(problem == SyntaxProblem(.invalidUTF8, at: 7, "a string is not UTF-8"))
        #expect(log.events.suffix(3) == ["key:b", "text:y", "end"])
    }

    @Test(arguments: [10_000, 10_001])
    func limitsNesting(_ depth: Int) {
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        #expect(read(text).problem?.code == (depth > SyntaxProblem.nestingLimit ? .tooDeep : nil))
    }

    @Test func noticesKeysThatComeTwice() {
        #expect(read(#"{"a":1,"b":2,"c":3}"#).log.duplicates == [])
        #expect(read(#"{"a":1,"a":2}"#).log.duplicates == ["a"])
        #expect(read(#"{"b":1,"a":2,"b":3}"#).log.duplicates == ["b"])
        #expect(read(#"{"a":{"a":1},"b":{"a":1}}"#).log.duplicates == [])
        let many = (0..<40).map { "\"k\($0 * 7 % 40)\":1" } + ["\"k13\":2"]
        #expect(read("{\(many.joined(separator: ","))}").log.duplicates == ["k13"])
    }

    /// Everything that matters at every offset of a block, and behind the end of what is looked at in one step.
    @Test(arguments: [0...130, 2030...2060])
    func readsTheSameAtEveryOffset(_ offsets: ClosedRange<Int>) {
        let text = #"{"k\"1":[true,-1.5e3,{"\\":"é\u0041"}],"x":""}"#
        let expected = [
            "{", "key:k\"1", "[", "plain:true", "plain:-1.5e3", "{", "key:\\", "text:éA", "end", "end", "key:x",
            "text:",
            "end",
        ]
        for offset in offsets {
            let (log, problem) = read(String(repeating: " ", count: offset) + text)
            #expect(problem == nil)
            #expect(log.events.map { $0.contains("@") ? String($0.prefix(1)) : $0 } == expected)
            let inner = String(repeating: "x", count: offset)
            #expect(read(#"["\#(inner)\"\#(inner)\\"]"#).log.events == ["[@0", #"text:\#(inner)"\#(inner)\"#, "end"])
        }
    }

    /// Control characters are refused in strings of any length, and what follows a value without a space is, too.
    @Test(arguments: [0, 1, 31, 62, 63, 64, 2045, 2046, 2047, 2048, 5000])
    func refusesAtEveryLength(_ length: Int) {
        let inner = String(repeating: "x", count: length)
        #expect(
            read("[\"\(inner)\u{1}\"]").problem
                == SyntaxProblem(.malformed, at: length + 2, "a string holds a control character"))
        #expect(read("[\"\(inner)\\\n\"]").problem?.code == .malformed)
        let spaces = String(repeating: " ", count: length)
        for wrong in ["1\u{0}", "1x", "true\u{b}", "1'", "\u{b}", "1\\"] {
            #expect(read("[\(spaces)\(wrong)]").problem?.code == .malformed, "\(wrong)")
        }
        #expect(read("[\"\(inner)").problem?.code == .truncated)
        #expect(read("[\"\(inner)\\").problem?.code == .truncated)
    }

    @Test func findsTheEndOfStringsAtEveryLength() {
        for length in 0..<70 {
            let inner = String(repeating: "x", count: length)
            let expected = ["[@0", "text:\(inner)", "text:\(inner)\n", "end"]
            #expect(read("[\"\(inner)\",\"\(inner)\\n\"]").log.events == expected)
            #expect(read(String(repeating: " \n\t\r", count: length) + "1").log.events == ["plain:1"])
        }
    }
}
