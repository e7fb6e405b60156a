import Testing

@testable import ClusterDump

struct UTF16SourceTests {
    private func bytes(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
            return bigEndian ? [high, low] : [low, high]
        }
    }

    @Test(arguments: [false, true]) func decodesHoweverItComes(bigEndian: Bool) {
        let text = "{\"a\": \"é€😀\"}\n"
        for step in [1, 2, 3, 5, 1000] {
            let source = PiecewiseSource(bytes(text, bigEndian: bigEndian), step: step)
            #expect(UTF16Source(source, isBigEndian: bigEndian).text(by: 3) == text)
        }
    }

    @Test func replacesWhatIsNoText() {
        let alone = [UInt8(0x41), 0, 0x00, 0xd8, 0x42, 0]
        #expect(UTF16Source(PiecewiseSource(alone), isBigEndian: false).text() == "A\u{fffd}B")
        #expect(UTF16Source(PiecewiseSource(Array(alone.prefix(4))), isBigEndian: false).text() == "A\u{fffd}")
        // Half a unit at the end.
        #expect(UTF16Source(PiecewiseSource([0x41, 0, 0x42]), isBigEndian: false).text() == "A")
        #expect(UTF16Source(PiecewiseSource([]), isBigEndian: false).text() == "")
    }
}
