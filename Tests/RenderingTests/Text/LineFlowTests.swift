import Testing

@testable import Rendering

struct LineFlowTests {
    private func lines(_ width: Int?, _ pieces: [StyledText]) -> String {
        var flow = LineFlow(RenderSetting(width: width, toolVersion: "1"))
        flow.line(pieces, indent: 2)
        return flow.text
    }

    @Test func goesOnInTheNextLine() {
        let pieces = ["aaaaaaaaaa", "bbbbbbbbbb", "cccccccccc"].map { StyledText($0) }
        #expect(lines(36, pieces) == "  aaaaaaaaaa  bbbbbbbbbb  cccccccccc\n")
        #expect(lines(35, pieces) == "  aaaaaaaaaa  bbbbbbbbbb\n      cccccccccc\n")
        #expect(lines(nil, pieces) == "  aaaaaaaaaa  bbbbbbbbbb  cccccccccc\n")
    }

    @Test func keepsColumnsButNoSpacesAtTheEnd() {
        #expect(lines(nil, [StyledText("a").padded(to: 4), StyledText("b").padded(to: 4)]) == "  a     b\n")
    }

    @Test func shortensNamesAndWrapsSentences() {
        let name = String(repeating: "n", count: 40)
        #expect(lines(30, [StyledText(name)]) == "  nnnnnnnnnnnnnn…nnnnnnnnnnnnn\n")
        #expect(
            lines(30, [StyledText("one two three four five six seven", .plain, .wraps)])
                == "  one two three four five six\n      seven\n")
        #expect(
            lines(30, [StyledText(name, .plain, .wraps)])
                == "  nnnnnnnnnnnnnnnnnnnnnnnnnnnn\n      nnnnnnnnnnnn\n")
    }

    @Test func leavesOutWhatIsEmpty() {
        #expect(lines(nil, [StyledText("a"), StyledText(""), StyledText("b")]) == "  a  b\n")
        #expect(lines(80, [StyledText("a"), StyledText("")]) == "  a\n")
    }

    @Test func wrapsAWordOfAMillionCharacters() {
        let word = String(repeating: "w", count: 1_000_000)
        let wrapped = lines(80, [StyledText(word, .plain, .wraps)])
        #expect(wrapped.utf8.count { $0 == UInt8(ascii: "w") } == 1_000_000)
        #expect(wrapped.utf8.count { $0 == UInt8(ascii: "\n") } == 13_514)
    }

    @Test func setsACharacterThatIsWiderThanTheTerminal() {
        let cluster = String(repeating: "\u{1112}", count: 40)
        #expect(lines(30, [StyledText(cluster, .plain, .wraps)]) == "  \n      \(cluster)\n")
    }

    @Test func takesNoTerminalForNarrowerThanThirtyColumns() {
        #expect(lines(1, [StyledText("a sentence of words", .plain, .wraps)]) == "  a sentence of words\n")
    }
}
