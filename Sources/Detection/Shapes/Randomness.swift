/// Tells random characters from names, paths and prose, without arithmetic on logarithms.
struct Randomness {
    /// How many different bytes there are.
    let distinct: Int
    /// How often a capital, a small letter, a digit and anything else follow one another.
    let changes: Int
    /// How many bytes there are.
    let count: Int
    /// Whether capitals and small letters both occur.
    let mixesCases: Bool
    /// Whether a digit occurs.
    let hasDigit: Bool

    /// Measures bytes; callers pass short tokens.
    init(of bytes: some Sequence<UInt8>) {
        var seen: (low: UInt64, high: UInt64) = (0, 0)
        var (changes, count, classes, previous) = (0, 0, UInt8(0), UInt8(0))
        for byte in bytes {
            let kind: UInt8 = byte.isUpper ? 1 : byte.isLower ? 2 : byte.isDigit ? 4 : 8
            if count > 0, kind != previous { changes += 1 }
            (previous, count, classes) = (kind, count + 1, classes | kind)
            if byte < 64 { seen.low |= 1 << UInt64(byte) } else if byte < 128 { seen.high |= 1 << UInt64(byte - 64) }
        }
        (self.changes, self.count) = (changes, count)
        distinct = seen.low.nonzeroBitCount + seen.high.nonzeroBitCount
        (mixesCases, hasDigit) = (classes & 3 == 3, classes & 4 != 0)
    }

    /// Whether the bytes look like a stretch of base64: all three classes, changing at least at 4 places of 10.
    ///
    /// Random base64 changes its class at 64 of 100 places, words and paths at fewer than 25.
    var looksLikeBase64: Bool { mixesCases && hasDigit && changes * 10 >= (count - 1) * 4 }
}
