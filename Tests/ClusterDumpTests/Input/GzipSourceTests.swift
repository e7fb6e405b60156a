import MigrationModel
import Testing

@testable import ClusterDump

struct GzipSourceTests {
    private let text = Array((0..<2000).map { "line \($0 * 7919 % 1000)\n" }.joined().utf8)

    private func expand(_ bytes: [UInt8], step: Int = 64, by size: Int = 100) -> (
        bytes: [UInt8], failure: InputFailure?
    ) {
        GzipSource(PiecewiseSource(bytes, step: step)).drain(by: size)
    }

    @Test(arguments: [1, 3, 64, 100_000]) func expandsHoweverItComes(step: Int) {
        for size in [1, 100, 100_000] {
            #expect(expand(gzip(text), step: step, by: size).bytes == text)
            #expect(expand(gzip(text), step: step, by: size).failure == nil)
        }
        #expect(expand(gzip([])).bytes == [])
    }

    @Test func expandsMembersAndSkipsPadding() {
        let members = gzip(Array(text.prefix(500))) + gzip(Array(text.dropFirst(500)))
        for bytes in [members, members + [0], members + [UInt8](repeating: 0, count: 70_000)] {
            let result = expand(bytes)
            #expect(result.bytes == text)
            #expect(result.failure == nil)
        }
    }

    @Test func keepsWhatComesBeforeTheDamage() {
        let whole = gzip(text)
        for count in [whole.count - 1, whole.count / 2, 10] {
            let torn = expand(Array(whole.prefix(count)))
            #expect(text.starts(with: torn.bytes))
            #expect(torn.failure?.message == "the compressed data ends in the middle")
        }
        let followed = expand(whole + Array("garbage".utf8))
        #expect(followed.bytes == text)
        #expect(followed.failure?.message == "behind the compressed data is something else")
        var checksum = whole
        checksum[whole.count - 6] ^= 1
        #expect(expand(checksum).bytes == text)
        #expect(expand(checksum).failure?.code == .damagedCompression)
    }

    @Test func saysItsFailureAgain() {
        let source = GzipSource(PiecewiseSource(Array(gzip(text).prefix(100))))
        #expect(source.drain().failure != nil)
        #expect(source.drain().failure?.code == .damagedCompression)
        #expect(source.drain().bytes == [])
    }

    @Test func passesOnTheFailureOfItsSource() {
        let failure = InputFailure(.unreadable, message: "m", advice: "a")
        let source = GzipSource(PiecewiseSource(Array(gzip(text).prefix(100)), failure: failure))
        #expect(source.drain().failure == failure)
    }
}
