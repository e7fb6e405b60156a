/// Looks at what surrounds a fingerprint, so that hardly any text without a key is examined.
///
/// The rules are weaker than those of the detectors on purpose: what they refuse, no detector would accept.
enum NeedleCheck {
    typealias Bytes = UnsafeBufferPointer<UInt8>

    /// What the buckets are right about at the position.
    static func finding(_ buckets: UInt8, at position: Int, in bytes: Bytes) -> NeedleFilter.Finding {
        var (rest, finding) = (buckets, NeedleFilter.Finding())
        while let bucket = Fingerprints.Bucket(rawValue: UInt8(rest.trailingZeroBitCount)) {
            rest &= rest - 1
            if bucket == .word, has("PRIVATE KEY-----", at: position - 6, in: bytes) {
                finding.insert(.privateKeyShape)
            } else if isPlausible(bucket, at: position, in: bytes) {
                finding.insert(bucket == .padding ? .storageKeyShape : .key)
            }
        }
        return finding
    }

    private static func isPlausible(_ bucket: Fingerprints.Bucket, at position: Int, in bytes: Bytes) -> Bool {
        switch bucket {
        case .accessKeyID: isAccessKeyID(at: position, in: bytes)
        case .encodedFirst:
            EncodedNeedle.isPlausible(from: position, skipping: 0, in: bytes)
                || EncodedNeedle.isPlausible(from: position - 2, skipping: 1, in: bytes)
        case .encodedSecond: EncodedNeedle.isPlausible(from: position - 3, skipping: 2, in: bytes)
        case .hmacOrEscape: isHMACKeyID(at: position, in: bytes) || isEscapedLetter(at: position, in: bytes)
        case .percent: isPercentLetter(at: position, in: bytes)
        case .clientSecret: isClientSecret(at: position, in: bytes)
        case .word: isWord(at: position, in: bytes)
        case .padding: isStorageKeyEnd(at: position, in: bytes)
        }
    }

    private static func has(_ word: StaticString, at position: Int, in bytes: Bytes) -> Bool {
        guard position >= 0, position + word.utf8CodeUnitCount <= bytes.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where bytes[position + offset] != word.utf8Start[offset] {
            return false
        }
        return true
    }

    /// An id, or the beginning of one whose rest is escaped; not the middle of a longer token.
    private static func isAccessKeyID(at position: Int, in bytes: Bytes) -> Bool {
        guard has("AKIA", at: position, in: bytes) || has("ASIA", at: position, in: bytes) else { return false }
        guard isBoundary(before: position, in: bytes) else { return false }
        for index in position + 4..<position + 20 {
            guard index < bytes.count else { return false }
            if bytes[index] == UInt8(ascii: "\\") || bytes[index] == UInt8(ascii: "%") { return true }
            guard bytes[index].isUpper || bytes[index].isDigit else { return false }
        }
        return true
    }

    /// Whether a token may begin here: after the letter of an escape such as `\n` or `%3A`, too.
    private static func isBoundary(before position: Int, in bytes: Bytes) -> Bool {
        guard position > 0, bytes[position - 1].isLetterOrDigit else { return true }
        if position > 1, bytes[position - 2] == UInt8(ascii: "\\") { return true }
        if position > 2, bytes[position - 3] == UInt8(ascii: "%") { return true }
        return position > 5 && bytes[position - 6] == UInt8(ascii: "\\")
    }

    private static func isHMACKeyID(at position: Int, in bytes: Bytes) -> Bool {
        guard has("GOOG", at: position, in: bytes), position + 24 <= bytes.count else { return false }
        return bytes[position..<position + 24].allSatisfy { $0.isUpper || $0.isDigit }
    }

    /// `\u0041` to `\u005a`, a capital letter.
    private static func isEscapedLetter(at position: Int, in bytes: Bytes) -> Bool {
        guard position > 0, bytes[position - 1] == UInt8(ascii: "\\") else { return false }
        return has("u004", at: position, in: bytes) || has("u005", at: position, in: bytes)
    }

    /// `%41` to `%5A`, a capital letter, with the prefix of an id around it once it is decoded.
    private static func isPercentLetter(at position: Int, in bytes: Bytes) -> Bool {
        guard bytes[position] == UInt8(ascii: "%") else { return false }
        // The prefix has four characters of up to three bytes each, and this is one of them.
        for start in max(0, position - 9)...position {
            var (index, decoded) = (start, [UInt8]())
            while decoded.count < 4, index < bytes.count {
                let isEncoded = bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count
                let value = isEncoded ? hexadecimal(bytes[index + 1], bytes[index + 2]) : nil
                decoded.append(value ?? bytes[index])
                index += value == nil ? 1 : 3
            }
            if decoded == Array("AKIA".utf8) || decoded == Array("ASIA".utf8) || decoded == Array("GOOG".utf8) {
                return true
            }
        }
        return false
    }

    private static func hexadecimal(_ high: UInt8, _ low: UInt8) -> UInt8? {
        guard let high = high.hexadecimalValue, let low = low.hexadecimalValue else { return nil }
        return high << 4 | low
    }

    /// Three characters, a digit, `Q~`, and at least 31 more.
    private static func isClientSecret(at position: Int, in bytes: Bytes) -> Bool {
        guard position >= 3, position + 34 <= bytes.count, bytes[position + 1] == UInt8(ascii: "Q"),
            bytes[position + 2] == UInt8(ascii: "~")
        else { return false }
        return bytes[position - 3..<position + 34].allSatisfy { byte in
            byte.isLetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "~")
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        }
    }

    private static func isWord(at position: Int, in bytes: Bytes) -> Bool {
        has("private_key", at: position - 5, in: bytes) || has("privateKey", at: position - 4, in: bytes)
            || has("CLIENT_SECRET", at: position - 5, in: bytes) || has("client_secret", at: position - 5, in: bytes)
            || has("ientSecret", at: position - 2, in: bytes) || has("AccountKey=", at: position - 5, in: bytes)
    }

    /// The end of exactly 64 bytes in base64 that are not text: a storage account key is random.
    private static func isStorageKeyEnd(at position: Int, in bytes: Bytes) -> Bool {
        let start = position + 4 - 88
        guard start >= 0, has("==", at: position + 2, in: bytes), start == 0 || !bytes[start - 1].isBase64,
            bytes[position].isBase64, bytes[position + 1].isBase64
        else { return false }
        var hasHighBit = false
        for index in stride(from: start, to: start + 84, by: 4) {
            // A byte is 0x80 or more when its group's first digit (`g` to `/`), or the lower half of a later one, says so.
            guard bytes[index..<index + 4].allSatisfy(\.isBase64) else { return false }
            hasHighBit = hasHighBit || isHighDigit(bytes[index])
        }
        return hasHighBit
    }

    /// Whether a digit's value is 32 or more, which sets the top bit of the byte that it begins.
    private static func isHighDigit(_ byte: UInt8) -> Bool {
        byte.isBase64 && !byte.isUpper && !(UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }
}
