import StructuredText
import Testing

@testable import Detection

struct LineCounterTests {
    @Test func countsFromTheFirstLine() {
        let text = Array("ab\n\ncd\n".utf8)
        let lines = LineCounter(text.span, first: 10)
        #expect(text.indices.map { lines.line(at: $0) } == [10, 10, 10, 11, 12, 12, 12])
        #expect(text.indices.map { lines.start(ofLineAt: $0) } == [0, 0, 0, 3, 4, 4, 4])
        #expect(lines.line(at: text.count) == 13)
        #expect(lines.start(ofLineAt: text.count) == text.count)
    }

    @Test func survivesOffsetsOutside() {
        let lines = LineCounter([UInt8]().span, first: 1)
        #expect(lines.line(at: 0) == 1)
        #expect(lines.line(at: 1000) == 1)
        #expect(lines.line(at: -1) == 1)
    }
}
