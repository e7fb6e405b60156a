import CByteKernels
import Testing

/// Each kernel against a plain loop, at every length around the widths of its vectors.
struct ByteKernelsTests {
    private static let lengths = Array(0...130) + [255 * 32 - 1, 255 * 32, 255 * 32 + 1, 8192 + 64, 20_000]

    private func random(_ count: Int, _ alphabet: [UInt8], _ numbers: inout some RandomNumberGenerator) -> [UInt8] {
        (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &numbers)] }
    }

    @Test func countsLines() {
        var numbers = CountingGenerator()
        for count in Self.lengths {
            for alphabet in [[UInt8(10)], [10, 97], [97, 98, 99, 10, 11, 9], [0x8a, 0x0a, 0xff]] as [[UInt8]] {
                let bytes = random(count, alphabet, &numbers)
                #expect(keyshift_count_lines(bytes, count) == bytes.count { $0 == 10 })
            }
        }
    }

    #if arch(x86_64)
        /// Runs of every length around 24 at every position, between bytes that are no digits.
        @Test func findsRunsOfBase64() {
            guard keyshift_has_avx2() else { return }
            for length in [23, 24, 25, 40, 63, 64, 65] {
                for position in 0..<150 {
                    var bytes = [UInt8](repeating: 0x2e, count: 260)
                    for index in position..<position + length { bytes[index] = Array("aZ09+/-_".utf8)[index % 8] }
                    let found = keyshift_base64_run24(bytes, 0, bytes.count)
                    #expect(found == (length < 24 ? bytes.count : position))
                    #expect(keyshift_base64_run24(bytes, position + length, bytes.count) == bytes.count)
                }
            }
        }

        @Test func knowsTheDigitsOfBase64() {
            for value in UInt8.min...UInt8.max {
                let isDigit = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_".utf8.contains(value)
                let mask = keyshift_base64_mask16([UInt8](repeating: value, count: 16))
                #expect(mask == (isDigit ? 0xffff : 0))
                guard keyshift_has_avx2() else { continue }
                #expect(keyshift_base64_run24([UInt8](repeating: value, count: 24), 0, 24) == (isDigit ? 0 : 24))
            }
        }

        /// Digits up to every length, and no room behind them.
        @Test func findsRunsAtTheEnd() {
            guard keyshift_has_avx2() else { return }
            for count in 0...200 {
                let bytes = [UInt8](repeating: 0x41, count: count)
                for start in 0...count {
                    #expect(keyshift_base64_run24(bytes, start, count) == (count - start < 24 ? count : start))
                }
            }
        }

        @Test func copiesUpToABackslash() {
            for count in 0...70 {
                for position in 0...count {
                    var bytes = (0..<count).map { UInt8($0) + 0x80 }
                    if position < count { bytes[position] = 0x5c }
                    var (target, written) = ([UInt8](repeating: 0, count: count + 1), 0)
                    #expect(keyshift_unescape(bytes, count, &target, &written) == position)
                    #expect(target.prefix(position) == bytes.prefix(position))
                    #expect(written == position && target[count] == 0)
                }
            }
        }

        /// Every letter behind a backslash, between texts of every length.
        @Test func resolvesEscapesOfOneLetter() {
            let meanings: [UInt8: UInt8] = [
                0x22: 0x22, 0x5c: 0x5c, 0x2f: 0x2f, 0x62: 0x08, 0x66: 0x0c, 0x6e: 0x0a, 0x72: 0x0d, 0x74: 0x09,
            ]
            for letter in UInt8.min...UInt8.max {
                for length in 0..<40 {
                    let (before, after) = ([UInt8](repeating: 0x61, count: length), [UInt8](repeating: 0x62, count: 20))
                    let bytes = before + [0x5c, letter] + after
                    var (target, written) = ([UInt8](repeating: 0, count: bytes.count), 0)
                    let read = keyshift_unescape(bytes, bytes.count, &target, &written)
                    let resolved = meanings[letter].map { before + [$0] + after } ?? before
                    #expect(read == (meanings[letter] == nil ? length : bytes.count))
                    #expect(Array(target.prefix(written)) == resolved)
                }
            }
        }

        /// Every byte value at every position of a block of 32.
        @Test func passesPrintableBlocks() {
            guard keyshift_has_avx2() else { return }
            for value in UInt8.min...UInt8.max {
                let isPrintable = (0x20...0x7e).contains(value) || value == 0x0a
                for position in 0..<70 {
                    var bytes = [UInt8](repeating: 0x61, count: 70)
                    bytes[position] = value
                    let whole = isPrintable || position >= 64 ? 64 : position / 32 * 32
                    #expect(keyshift_printable_run(bytes, 70) == whole)
                }
            }
        }

        @Test func findsTheFirstOfThree() {
            for value in UInt8.min...UInt8.max {
                for position in 0..<40 {
                    var bytes = [UInt8](repeating: 0x61, count: 40)
                    bytes[position] = value
                    let isFound = position < 32 && ":\n#".utf8.contains(value)
                    #expect(keyshift_find3(bytes, 40, 0x3a, 0x0a, 0x23) == (isFound ? position : 32))
                }
            }
        }

        @Test func masksEveryByteAtEveryPosition() {
            for value in UInt8.min...UInt8.max {
                for position in 0..<64 {
                    var bytes = [UInt8](repeating: 0x61, count: 64)
                    bytes[position] = value
                    let masks = keyshift_masks64(bytes)
                    let bit = { (isSet: Bool) in isSet ? UInt64(1) << UInt64(position) : 0 }
                    #expect(masks.quotes == bit(value == UInt8(ascii: "\"")))
                    #expect(masks.backslashes == bit(value == UInt8(ascii: "\\")))
                    #expect(masks.openers == bit(value == UInt8(ascii: "{") || value == UInt8(ascii: "[")))
                    #expect(masks.closers == bit(value == UInt8(ascii: "}") || value == UInt8(ascii: "]")))
                    #expect(masks.newlines == bit(value == UInt8(ascii: "\n")))
                }
            }
        }
    #endif
}

/// Numbers that are the same in every run: a counter whose bits are mixed.
private struct CountingGenerator: RandomNumberGenerator {
    private var count: UInt64 = 0

    mutating func next() -> UInt64 {
        count &+= 1
        return (count &* 0x9E37_79B9_7F4A_7C15).byteSwapped &* 0xD6E8_FEB8_6659_FD93
    }
}
