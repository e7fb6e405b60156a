import Foundation
import MigrationModel
import StructuredText
import Testing

@testable import Detection

struct Base64DecoderTests {
    private struct Decoded: Hashable {
        var alphabet: Decoding
        var bytes: [UInt8]
    }

    /// What both paths agree on.
    private func decode(_ text: String) -> Decoded? { decode(Array(text.utf8)) }

    private func decode(_ text: [UInt8]) -> Decoded? {
        let scratch = ScratchBuffer()
        let results = [true, false].map { usesVectors -> Decoded? in
            let isUsed = usesVectors && Base64Decoder.hasVectors
            guard let alphabet = Base64Decoder.decode(text.span, into: scratch, usesVectors: isUsed) else { return nil }
            return Decoded(alphabet: alphabet, bytes: scratch.bytes)
        }
        #expect(results[0] == results[1])
        return results[1]
    }

    private func random(_ count: Int, _ numbers: inout SeededGenerator) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: 0...255, using: &numbers) }
    }

    private func isBase64(_ text: String) -> Bool { Base64Decoder.isBase64(Array(text.utf8).span) }

    @Test func agreesWithFoundation() {
        var numbers = SeededGenerator(seed: 51)
        for count in 1...300 {
            let bytes = random(count, &numbers)
            let text = bytes.base64
            #expect(Data(base64Encoded: text).map(Array.init) == bytes)
            #expect(decode(text) == Decoded(alphabet: .base64, bytes: bytes))
            #expect(decode(text.replacing("=", with: "")) == Decoded(alphabet: .base64, bytes: bytes))
            #expect(decode(" \n\(text)\n ") == Decoded(alphabet: .base64, bytes: bytes))
        }
        #expect(decode("") == nil)
        #expect(decode(" \n") == nil)
    }

    @Test func readsTheURLSafeAlphabet() {
        var numbers = SeededGenerator(seed: 52)
        for count in 1...300 {
            let bytes = random(count, &numbers)
            let text = bytes.base64.replacing("+", with: "-").replacing("/", with: "_")
            let isSafe = text.contains("-") || text.contains("_")
            #expect(decode(text) == Decoded(alphabet: isSafe ? .base64url : .base64, bytes: bytes))
        }
    }

    @Test(arguments: [1, 4, 19, 32, 60, 64, 65, 76, 100])
    func readsLinesOfAnyWidth(width: Int) {
        var numbers = SeededGenerator(seed: UInt64(width))
        for count in [1, 2, 3, 24, 48, 100, 299, 300] {
            let bytes = random(count, &numbers)
            for indent in ["", "  ", "\t"] {
                let text = bytes.base64.wrapped(width, indent: indent)
                #expect(decode(text) == Decoded(alphabet: .base64, bytes: bytes), "\(count) bytes")
                #expect(decode(text.replacing("\n", with: "\r\n") + "\r\n") == Decoded(alphabet: .base64, bytes: bytes))
            }
        }
    }

    @Test func refusesMixedAlphabets() {
        let quads = String(repeating: "AAAA", count: 20)
        #expect(decode("\(quads)+-AA") == nil)
        #expect(decode("_AAA\(quads)AAA/") == nil)
        #expect(decode("AAA-\(quads)") != nil)
    }

    @Test func refusesGarbageAtEveryPosition() {
        var numbers = SeededGenerator(seed: 53)
        let text = Array(random(100, &numbers).base64.utf8)
        for position in text.indices {
            for garbage in [0x00, 0x2e, 0x3a, 0x40, 0x5c, 0x60, 0x7b, 0x7e, 0x7f, 0x80, 0xff] as [UInt8] {
                var broken = text
                broken[position] = garbage
                // Only white space may follow padding, and control characters count as such.
                let isWhite = garbage <= 0x20 && position >= text.count - 2
                #expect((decode(broken) != nil) == isWhite, "\(garbage) at \(position)")
            }
            if position < text.count - 2, position > 0 {
                var blank = text
                blank[position] = 0x20
                #expect(decode(blank) == nil)
            }
        }
    }

    @Test(arguments: ["A", "AAAAA", "=", "==", "AA=A", "AAA=AAA=", "AAAA=", "AA===", "AAAA==AAAA"])
    func refusesWrongEnds(text: String) { #expect(decode(text) == nil) }

    @Test(arguments: ["AA", "AAA", "AA=", "AA==", "AAA=", "AAAA"])
    func takesEndsWithAndWithoutPadding(text: String) {
        let count = text.replacing("=", with: "").count * 3 / 4
        #expect(decode(text) == Decoded(alphabet: .base64, bytes: [UInt8](repeating: 0, count: count)))
    }

    @Test func judgesShortTexts() {
        for text in ["", "YQ==", "YQ", "YWI=\n", "YWJj", "-_-_"] { #expect(isBase64(text)) }
        for text in ["Y", "YWJjZ", "a.b", "pass!", "ü", "a:bc"] { #expect(!isBase64(text)) }
    }
}
