import MigrationModel
import StructuredText
import Testing

@testable import Detection

struct InflaterTests {
    private let inflater = Inflater()
    private let text = Array(String(repeating: "some text that repeats itself. ", count: 400).utf8)

    private func inflate(_ bytes: [UInt8], limit: Int = Inflater.limit) -> (Inflater.Outcome, [UInt8]) {
        let output = ScratchBuffer()
        return (inflater.inflate(bytes.span, into: output, limit: limit), output.bytes)
    }

    @Test func expandsGzipAndZlib() {
        #expect(inflate(text.gzip) == (.inflated(.gzip), text))
        #expect(inflate(text.zlib) == (.inflated(.zlib), text))
        #expect(inflate([UInt8]().gzip) == (.inflated(.gzip), []))
    }

    @Test func expandsMembersThatFollowEachOther() {
        #expect(inflate(text.gzip + text.gzip + [65].gzip) == (.inflated(.gzip), text + text + [65]))
        #expect(inflate(text.gzip + [UInt8](repeating: 0, count: 40)) == (.inflated(.gzip), text))
        #expect(inflate(text.gzip + [0x1f, 0x8b, 8]) == (.inflated(.gzip), text))
        #expect(inflate(text.gzip + [0x1f, 0x8b, 8] + [UInt8](repeating: 0, count: 40)).0 == .damaged)
    }

    @Test func refusesDamage() {
        let gzip = text.gzip
        for count in stride(from: 7, to: gzip.count, by: 1) { #expect(inflate(Array(gzip[..<count])).0 == .damaged) }
        for position in [gzip.count - 8, gzip.count - 1, gzip.count / 2] {
            var broken = gzip
            broken[position] ^= 0x55
            #expect(inflate(broken).0 == .damaged, "\(position)")
        }
        let zlib = text.zlib
        #expect(inflate(Array(zlib.dropLast(2))).0 == .notCompressed)
    }

    @Test func leavesOthersAlone() {
        for other in [[], Array("xyz".utf8), text, [0x1f, 0x8b, 7] + text, [0x78, 0x9d] + text] as [[UInt8]] {
            #expect(inflate(other).0 == .notCompressed)
        }
    }

    @Test func keepsTheLimit() {
        let limit = 8192
        for compressed in [text.gzip, text.zlib] {
            #expect(text.count > limit)
            #expect(inflate(compressed, limit: limit).0 == .tooLarge)
            #expect(inflate(compressed, limit: text.count + 1).1 == text)
        }
        #expect(inflate([UInt8](repeating: 0, count: Inflater.limit + 1).gzip).0 == .tooLarge)
        #expect(inflate(text.gzip, limit: 0).0 == .tooLarge)
    }

    /// The claimed size is no more than a hint: too small, too large, or without any sense.
    @Test(arguments: [[0, 0, 0, 0], [1, 0, 0, 0], [0xff, 0xff, 0xff, 0xff], [0, 0, 0x10, 0]] as [[UInt8]])
    func survivesAWrongSize(claim: [UInt8]) {
        var gzip = text.gzip
        gzip.replaceSubrange((gzip.count - 4)..., with: claim)
        #expect(inflate(gzip).0 == .damaged)
        // Behind another member the claim of the last one is all that the hint sees.
        #expect(inflate(text.gzip + [UInt8](repeating: 0x20, count: 20) + claim) == (.inflated(.gzip), text))
    }

    @Test func fillsAnArray() {
        var output: [UInt8] = [1]
        #expect(inflater.inflate(text.gzip.span, into: &output) == .inflated(.gzip))
        #expect(output == text)
    }
}
