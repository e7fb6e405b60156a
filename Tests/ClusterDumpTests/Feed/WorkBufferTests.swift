import Testing

@testable import ClusterDump

struct WorkBufferTests {
    @Test func keepsWhatWasCarriedAndReadsBehindIt() throws {
        let buffer = WorkBuffer()
        let source = PiecewiseSource("cdef", step: 2)
        buffer.reset(with: Array("ab".utf8))
        #expect(try buffer.fill(from: source) == 2)
        #expect(try buffer.fill(from: source) == 2)
        #expect(try buffer.fill(from: source) == 0)
        #expect(buffer.tail(from: 1) == Array("bcdef".utf8))
        #expect(buffer.bytes(in: 1..<3) == Array("bc".utf8))
        buffer.reset(with: buffer.tail(from: 5))
        #expect(buffer.tail(from: 0) == Array("f".utf8))
        #expect(buffer.entries.isEmpty)
    }

    @Test func growsForALargeDocumentAndShrinksBehindIt() throws {
        let buffer = WorkBuffer()
        let source = PiecewiseSource([UInt8](repeating: 0x61, count: 9 << 20), step: .max)
        buffer.reset(with: [])
        while try buffer.fill(from: source) > 0 {}
        #expect(buffer.count == 9 << 20)
        buffer.reset(with: Array("x".utf8))
        #expect(buffer.tail(from: 0) == Array("x".utf8))
        #expect(try buffer.fill(from: PiecewiseSource("yz")) == 2)
        #expect(buffer.tail(from: 0) == Array("xyz".utf8))
    }
}
