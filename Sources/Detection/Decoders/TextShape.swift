import CByteKernels

/// Judges bytes by their look: whether they are a text, and whether a text is worth a decoding that may be an accident.
enum TextShape {
    /// Whether the bytes read as a text of some ASCII-based encoding.
    ///
    /// Control characters are refused. Bytes above ASCII are accepted when they are rare (Latin-1) or valid UTF-8, so that
    /// random bytes of a dozen or more practically never pass.
    static func isText(_ bytes: Span<UInt8>) -> Bool {
        guard let high = bytes.withUnsafeBufferPointer({ highBytes(in: $0) }) else { return false }
        guard high > bytes.count / 8 else { return !bytes.isEmpty }
        return isUTF8(bytes)
    }

    /// How many bytes above ASCII there are; `nil` when there is a control character.
    private static func highBytes(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var (index, high) = (0, 0)
        while index < bytes.count {
            index = endOfPrintable(in: bytes, from: index)
            // Nearly always says what the bytes one by one would say, at the cost of two of them.
            if hasControl(in: bytes, at: index) { return nil }
            for byte in bytes[index..<min(bytes.count, index + 32)] {
                if byte >= 0x80 { high += 1 } else if isControl(byte) { return nil }
            }
            index += 32
        }
        return high
    }

    /// Passes printable ASCII and line feeds, which nearly all of a text is.
    private static func endOfPrintable(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        guard Base64Decoder.hasVectors, let base = bytes.baseAddress else {
            var index = start
            while index < bytes.count, bytes[index] &- 0x20 < 0x5f || bytes[index] == 0x0a { index += 1 }
            return index
        }
        return start + keyshift_printable_run(base + start, bytes.count - start)
    }

    /// Whether there is a control character among the sixteen bytes from an index on, as in random bytes there mostly is.
    private static func hasControl(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard let base = bytes.baseAddress, index + 16 <= bytes.count else { return false }
        let block = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
        // From tab to carriage return all may be meant but the vertical tab.
        let (tab, verticalTab) = (SIMD16<UInt8>(repeating: 0x09), SIMD16<UInt8>(repeating: 0x0b))
        let isSpace = ((block &- tab) .< SIMD16<UInt8>(repeating: 5)) .& (block .!= verticalTab)
        let isLow = (block .< SIMD16<UInt8>(repeating: 0x20)) .| (block .== SIMD16<UInt8>(repeating: 0x7f))
        return any(isLow .& .!isSpace)
    }

    /// Whether each byte above ASCII is part of a character: a lead byte and as many others as it says.
    private static func isUTF8(_ bytes: Span<UInt8>) -> Bool {
        var index = 0
        while index < bytes.count {
            let lead = bytes[index]
            let length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0
            guard length > 0, index + length <= bytes.count else { return false }
            for other in index + 1..<index + length where bytes[other] & 0xc0 != 0x80 { return false }
            index += length
        }
        return true
    }

    /// Whether there is a letter from `A` to `Z`, which most names and paths do not have.
    static func hasCapital(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = bytes.baseAddress, bytes.count >= 16 else { return bytes.contains(where: \.isUpper) }
        // Explicit vectors: a scalar literal beside a vector calls code that is not specialised.
        let (first, count) = (SIMD16<UInt8>(repeating: UInt8(ascii: "A")), SIMD16<UInt8>(repeating: 26))
        var index = 0
        while index < bytes.count {
            // The last block ends with the bytes and overlaps the one before.
            let offset = min(index, bytes.count - 16)
            let block = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: offset, as: SIMD16<UInt8>.self)
            if any((block &- first) .< count) { return true }
            index += 16
        }
        return false
    }

    /// Whether the first bytes read as a text, by which a long one can be judged cheaply.
    static func beginsAsText(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count > 512 else { return isText(bytes) }
        var end = 512
        // A character must not be cut in the middle.
        while end > 508, bytes[end] & 0xc0 == 0x80 { end -= 1 }
        return isText(bytes.extracting(0..<end))
    }

    /// Where the printable ASCII at the end of the bytes begins.
    static func printableTail(_ bytes: Span<UInt8>) -> Int {
        var index = bytes.count
        while index > 0, bytes[index - 1] < 0x80, !isControl(bytes[index - 1]) { index -= 1 }
        return index
    }

    /// Whether the bytes begin like something that can hold a text.
    static func isWorthExamining(_ bytes: Span<UInt8>) -> Bool {
        isGzip(bytes) || UTF16Decoder.recognises(bytes) || isText(bytes.extracting(0..<min(24, bytes.count)))
            || printableTail(bytes) <= 12
    }

    /// Whether the bytes are one whole ASN.1 sequence in DER (X.690, section 8.1.3): a certificate or a private key, which
    /// holds no text of interest.
    static func isDER(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.count > 128, bytes[0] == 0x30, bytes[1] == 0x81 || bytes[1] == 0x82 else { return false }
        let length = bytes[1] == 0x81 ? Int(bytes[2]) + 3 : (Int(bytes[2]) << 8 | Int(bytes[3])) + 4
        return length <= bytes.count && bytes.count - length < 3
    }

    /// Whether the bytes begin like a gzip member with the only method there is (RFC 1952, section 2.3.1).
    static func isGzip(_ bytes: Span<UInt8>) -> Bool {
        bytes.count > 2 && bytes[0] == 0x1f && bytes[1] == 0x8b && bytes[2] == 8
    }

    /// Whether the bytes hold a word that stands at the beginning of a key or names one.
    ///
    /// Each word is long enough that random bytes do not hold it, except the middle of an Entra ID client secret, which is
    /// a digit and `Q~`.
    static func holdsMarker(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "A"):
                if bytes.has("AKIA", at: index) || bytes.has("ASIA", at: index) || bytes.has("AccountKey", at: index) {
                    return true
                }
            case UInt8(ascii: "G") where bytes.has("GOOG", at: index): return true
            case UInt8(ascii: "p") where bytes.has("private_key", at: index): return true
            case UInt8(ascii: "Q") where index > 0 && isDigit(bytes[index - 1]) && bytes.has("Q~", at: index):
                return true
            default: continue
            }
        }
        return false
    }

    /// Whether a byte is a control character that texts do not have.
    static func isControl(_ byte: UInt8) -> Bool {
        (byte < 0x20 && byte != 9 && byte != 10 && byte != 12 && byte != 13) || byte == 0x7f
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
