/// What an AWS access key id says of itself.
///
/// Layout of ids made since about 2019: four letters for the kind, then base32 (RFC 4648 section 6) whose first bit is 1
/// and whose next 40 bits are the account number. Ids made before begin with `I` or `J` after the prefix and tell nothing.
/// The kinds are listed in <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html>.
enum AWSAccessKeyID {
    /// Prefix and body.
    static let length = 20

    /// The account that owns the key, 12 digits; `nil` where the id does not tell.
    static func account(of id: ArraySlice<UInt8>) -> String? {
        guard id.count >= length else { return nil }
        var bits: UInt64 = 0
        for byte in id.dropFirst(4).prefix(9) {
            guard let digit = base32Value(byte) else { return nil }
            bits = bits << 5 | digit
        }
        let number = bits >> 4 & 0xFF_FFFF_FFFF
        guard bits >> 44 == 1, number <= 999_999_999_999 else { return nil }
        let digits = String(number)
        return String(repeating: "0", count: 12 - digits.count) + digits
    }

    /// Whether AWS could have issued an id with this body: the first bit is 1, or it is of the older format.
    ///
    /// About every second word fails here, no real id does.
    static func isPlausible(_ id: ArraySlice<UInt8>) -> Bool {
        guard let first = id.dropFirst(4).first, let digit = base32Value(first) else { return false }
        return digit >= 16 || first == UInt8(ascii: "I") || first == UInt8(ascii: "J")
    }

    private static func base32Value(_ byte: UInt8) -> UInt64? {
        if byte.isUpper { return UInt64(byte - UInt8(ascii: "A")) }
        if byte.isBase32 { return UInt64(byte - UInt8(ascii: "2") + 26) }
        return nil
    }
}
