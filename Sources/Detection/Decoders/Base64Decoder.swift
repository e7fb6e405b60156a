import CByteKernels
import MigrationModel

/// Removes base64 from a text that is nothing but base64, in either alphabet of RFC 4648, wrapped over lines or not, padded
/// or not.
///
/// Any other byte is refused: that is also the test whether a text is base64 at all.
enum Base64Decoder {
    /// Decodes the whole text.
    ///
    /// - Parameters:
    ///   - text: what may be base64; line breaks with indentation anywhere and white space at its ends are skipped.
    ///   - output: replaced by the decoded bytes; left in any state when the text is no base64.
    ///   - usesVectors: false to take the portable path, for tests.
    /// - Returns: the alphabet it was written in, or `nil` when it is no base64.
    static func decode(
        _ text: Span<UInt8>, into output: ScratchBuffer, usesVectors: Bool = hasVectors
    ) -> Decoding? {
        output.reserve(text.count + 32)
        var alphabet: Decoding?
        output.append { room in
            text.withUnsafeBufferPointer { text in
                guard let input = text.baseAddress, let output = room.baseAddress else { return 0 }
                var run = Base64Run(input: input, count: text.count, output: output, usesVectors: usesVectors)
                alphabet = run.decode()
                return run.written
            }
        }
        return alphabet
    }

    /// Decodes the whole text into an array; see ``decode(_:into:usesVectors:)``.
    static func decode(_ text: Span<UInt8>, into output: inout [UInt8]) -> Decoding? {
        let scratch = ScratchBuffer()
        guard let alphabet = decode(text, into: scratch) else { return nil }
        output = scratch.bytes
        return alphabet
    }

    /// Whether a short text is base64 as a whole, without decoding it; an empty one is.
    static func isBase64(_ text: Span<UInt8>) -> Bool {
        var digits = 0
        for index in text.indices where text[index] > 0x20 && text[index] != UInt8(ascii: "=") {
            guard Base64Digits.table[Int(text[index])] & Base64Digits.invalid == 0 else { return false }
            digits += 1
        }
        return digits % 4 != 1
    }

    /// Whether this processor has the instructions of the vector path.
    static let hasVectors = keyshift_has_avx2()
}

/// One text on its way from base64 to bytes.
private struct Base64Run {
    let input: UnsafePointer<UInt8>
    let count: Int
    let output: UnsafeMutablePointer<UInt8>
    let usesVectors: Bool
    /// How many digits and separators have been read.
    private var index = 0
    /// How many bytes have been written.
    private(set) var written = 0
    /// Marks of all digits read: which alphabets they belong to.
    private var marks: UInt32 = 0

    init(input: UnsafePointer<UInt8>, count: Int, output: UnsafeMutablePointer<UInt8>, usesVectors: Bool) {
        (self.input, self.count, self.output, self.usesVectors) = (input, count, output, usesVectors)
    }

    /// Decodes everything; returns the alphabet, or `nil` if the text is no base64.
    mutating func decode() -> Decoding? {
        while index < count, input[index] <= 0x20 { index += 1 }
        while index < count {
            if usesVectors, count - index >= 32 { decodeGroups() }
            decodeQuads()
            guard index < count else { break }
            guard let isLast = decodeSlowly() else { return nil }
            if isLast { break }
        }
        guard written > 0, marks & Base64Digits.both != Base64Digits.both else { return nil }
        return marks & Base64Digits.urlSafe != 0 ? .base64url : .base64
    }

    private mutating func decodeGroups() {
        let digits = keyshift_base64_groups(input + index, count - index, output + written)
        // Which of the two alphabets the groups used is only of interest for `+` and `/`, which the kernel takes as standard.
        index += digits
        written += digits / 4 * 3
        // The last digits, less than a group, are decoded together with some of those before them.
        let rest = (count - index) & ~3
        let (back, known) = (32 - rest, index - (32 - rest))
        guard digits >= 32, (4..<32).contains(rest),
            keyshift_base64_groups(input + known, 32, output + written - back / 4 * 3) == 32
        else { return }
        index += rest
        written += rest / 4 * 3
    }

    private mutating func decodeQuads() {
        Base64Digits.table.withUnsafeBufferPointer { table in
            while index + 4 <= count {
                let (first, second) = (table[Int(input[index])], table[Int(input[index + 1])])
                let (third, fourth) = (table[Int(input[index + 2])], table[Int(input[index + 3])])
                let all = first | second | third | fourth
                guard all & Base64Digits.invalid == 0 else { return }
                marks |= all
                let value = (first & 63) << 18 | (second & 63) << 12 | (third & 63) << 6 | fourth & 63
                output[written] = UInt8(truncatingIfNeeded: value >> 16)
                output[written + 1] = UInt8(truncatingIfNeeded: value >> 8)
                output[written + 2] = UInt8(truncatingIfNeeded: value)
                (index, written) = (index + 4, written + 3)
            }
        }
    }

    /// Reads up to and including the next four digits, skipping line breaks between them, or the end of the text.
    ///
    /// - Returns: whether this was the end; `nil` if something is no base64.
    private mutating func decodeSlowly() -> Bool? {
        var (value, digits) = (UInt32(0), 0)
        while index < count, digits < 4 {
            let byte = input[index]
            let digit = Base64Digits.table[Int(byte)]
            if digit & Base64Digits.invalid == 0 {
                value = value << 6 | digit & 63
                marks |= digit
                digits += 1
            } else if !isLineBreak(byte) {
                break
            }
            index += 1
        }
        if digits == 4 {
            for shift in [16, 8, 0] as [UInt32] { write(value >> shift) }
            return false
        }
        return finish(value, digits)
    }

    /// Whether the byte at the index wraps the text: a line break, or the indentation behind one.
    private func isLineBreak(_ byte: UInt8) -> Bool {
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") { return true }
        return (byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")) && index > 0 && input[index - 1] <= 0x20
    }

    /// Writes the bytes of a last, short group; only padding and white space may follow it.
    private mutating func finish(_ value: UInt32, _ digits: Int) -> Bool? {
        var padding = 0
        while index < count {
            let byte = input[index]
            if byte == UInt8(ascii: "="), padding < 2 { padding += 1 } else if byte > 0x20 { return nil }
            index += 1
        }
        switch digits {
        case 0: guard padding == 0 else { return nil }
        case 2: write(value >> 4)
        case 3:
            write(value >> 10)
            write(value >> 2)
        default: return nil
        }
        return true
    }

    private mutating func write(_ value: UInt32) {
        output[written] = UInt8(truncatingIfNeeded: value)
        written += 1
    }
}

/// The value of each digit in both alphabets, with marks.
private enum Base64Digits {
    /// Set for bytes that are no digit.
    static let invalid: UInt32 = 1 << 31
    /// Set for `-` and `_`.
    static let urlSafe: UInt32 = 1 << 30
    /// Set for `+` and `/`.
    static let standard: UInt32 = 1 << 29
    /// A text with digits of both alphabets is neither.
    static let both = urlSafe | standard

    static let table: [UInt32] = {
        var table = [UInt32](repeating: invalid, count: 256)
        for (value, byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789".utf8.enumerated() {
            table[Int(byte)] = UInt32(value)
        }
        table[Int(UInt8(ascii: "+"))] = 62 | standard
        table[Int(UInt8(ascii: "/"))] = 63 | standard
        table[Int(UInt8(ascii: "-"))] = 62 | urlSafe
        table[Int(UInt8(ascii: "_"))] = 63 | urlSafe
        return table
    }()
}
