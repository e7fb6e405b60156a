import StructuredText

/// Tells which entries of Secrets and ConfigMaps are worth knowing, because an SDK may look for credentials in them.
///
/// Only names and the first bytes of values are looked at: whatever holds a key is found otherwise.
enum CloudWords {
    /// Parts of names that speak of credentials of a cloud, or of a file that configures where they come from.
    private static let words: [StaticString] = [
        "access", "amazon", "aws", "azure", "boto", "config", "credential", "gcloud", "gcp", "google", "key.json",
        "key-json", "profile", "rclone", "region", "role", "s3cfg", "secret", "tenant", "token",
    ]

    /// Whether the name of an entry speaks of a cloud.
    static func areIn(name: Span<UInt8>) -> Bool {
        // Longer names are those of files that somebody packed whole.
        guard name.count <= 128, name.count >= 3 else { return false }
        return letters.withUnsafeBufferPointer { letters in
            for start in 0...name.count - 3 {
                // One bit for each word that begins with these two letters, which is hardly ever any.
                var fits = letters[Int(name[start] | 0x20)].first & letters[Int(name[start + 1] | 0x20)].second
                while fits != 0 {
                    if isAt(start, in: name, words[fits.trailingZeroBitCount]) { return true }
                    fits &= fits - 1
                }
            }
            return false
        }
    }

    /// For each letter, the words that have it as their first and as their second.
    private static let letters: [(first: UInt32, second: UInt32)] = (0..<256).map { letter in
        words.enumerated().reduce(into: (0, 0)) { masks, word in
            // The second character of `s3cfg` has that bit set, too.
            if word.element.utf8Start[0] == UInt8(letter) { masks.0 |= 1 << UInt32(word.offset) }
            if word.element.utf8Start[1] == UInt8(letter) { masks.1 |= 1 << UInt32(word.offset) }
        }
    }

    /// How files with profiles begin, and the same in base64.
    private static let beginnings: [StaticString] = ["[default]", "[profile ", "W2RlZmF1bHRd", "W3Byb2ZpbGUg"]

    /// Whether an entry begins like a file with profiles.
    @inline(__always)
    static func begin(_ text: Span<UInt8>) -> Bool {
        guard text.count >= 12, text[0] == UInt8(ascii: "[") || text[0] == UInt8(ascii: "W") else { return false }
        return beginnings.contains { text.has($0, at: 0) }
    }

    private static func isAt(_ start: Int, in name: Span<UInt8>, _ word: StaticString) -> Bool {
        guard word.utf8CodeUnitCount <= name.count - start else { return false }
        for index in 0..<word.utf8CodeUnitCount {
            let byte = name[start + index]
            guard (byte.isUpper ? byte | 0x20 : byte) == word.utf8Start[index] else { return false }
        }
        return true
    }
}
