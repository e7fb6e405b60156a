import StructuredText
import Testing

@testable import Detection

struct TextShapeTests {
    /// Every byte value at every position around the width of a vector.
    @Test func seesCapitals() {
        for value in UInt8.min...UInt8.max {
            for count in [1, 2, 15, 16, 17, 31, 32, 33, 40] {
                for position in 0..<count {
                    var bytes = [UInt8](repeating: 0x61, count: count)
                    bytes[position] = value
                    #expect(bytes.withUnsafeBufferPointer(TextShape.hasCapital) == (0x41...0x5a).contains(value))
                }
            }
        }
        #expect(![UInt8]().withUnsafeBufferPointer(TextShape.hasCapital))
    }

    /// Every byte value at every position around the width of a vector.
    @Test func refusesControlCharacters() {
        for value in UInt8.min...0x7f {
            let isText = value >= 0x20 && value != 0x7f || [9, 10, 12, 13].contains(value)
            for count in [1, 15, 16, 17, 24, 32, 33, 64, 65] {
                for position in 0..<count {
                    var bytes = [UInt8](repeating: 0x61, count: count)
                    bytes[position] = value
                    #expect(self.isText(bytes) == isText)
                }
            }
        }
    }

    private func isText(_ bytes: [UInt8]) -> Bool { TextShape.isText(bytes.span) }

    @Test func knowsTexts() {
        for count in 1...100 {
            let text = [UInt8](repeating: 0x61, count: count)
            #expect(isText(text))
            #expect(!isText(text + [0]))
            #expect(!isText([0x7f] + text))
            #expect(isText([0xc3, 0xa9, 0x0a] + text))
        }
        #expect(!isText([UInt8]()))
        #expect(!isText([UInt8](repeating: 0xff, count: 40)))
    }
}
