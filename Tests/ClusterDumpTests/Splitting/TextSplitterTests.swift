import Testing

@testable import ClusterDump

struct TextSplitterTests {
    private struct Cuts: Hashable {
        var pieces: [Range<Int>] = []
        var consumed = 0
    }

    private func split(_ text: [UInt8], atEnd: Bool) -> Cuts {
        var splitter = TextSplitter()
        var cuts = Cuts()
        cuts.consumed = splitter.split(text.span, atEnd: atEnd) { cuts.pieces.append($0.range) }
        return cuts
    }

    @Test func waitsForEnough() {
        let text = [UInt8](repeating: 0x61, count: TextSplitter.pieceSize - 1)
        #expect(split(text, atEnd: false) == Cuts())
        #expect(split(text, atEnd: true) == Cuts(pieces: [0..<text.count], consumed: text.count))
        #expect(split([], atEnd: true) == Cuts())
    }

    @Test func endsPiecesAtLineBreaks() {
        var text = [UInt8](repeating: 0x61, count: TextSplitter.pieceSize + 10)
        let whole = Cuts(pieces: [0..<text.count], consumed: text.count)
        #expect(split(text, atEnd: false) == whole)
        let place = TextSplitter.pieceSize - 100
        text[place] = 0x0a
        #expect(split(text, atEnd: false) == Cuts(pieces: [0..<place + 1], consumed: place + 1))
        // A line break far ahead would make small pieces of what is one long line.
        text[place] = 0x61
        text[10] = 0x0a
        #expect(split(text, atEnd: false) == whole)
    }
}
