import CByteKernels

/// The four-byte fingerprints of everything that a static key may begin with, sorted into eight buckets.
///
/// Four bytes and not three, because base64 text would pass too often through a filter of three.
///
/// `@unchecked`, because `nibbles` points at memory that is neither written nor freed once the only instance is made.
struct Fingerprints: @unchecked Sendable {
    /// What a fingerprint stands for; the raw value is its bit.
    enum Bucket: UInt8, CaseIterable {
        /// `AKIA`, `ASIA`.
        case accessKeyID = 0
        /// `AKIA` or `ASIA` in base64 that begins at a multiple of three bytes, or one byte after it.
        case encodedFirst = 1
        /// `AKIA` or `ASIA` in base64 that begins two bytes after a multiple of three.
        case encodedSecond = 2
        /// `GOOG`, and `u004x` or `u005x`, a letter as a JSON or YAML escape.
        case hmacOrEscape = 3
        /// `%4x` or `%5x`, a letter in percent-encoding.
        case percent = 4
        /// `8Q~` and its like, in the middle of an Azure client secret.
        case clientSecret = 5
        /// Words that name a private key, a client secret or an account key.
        case word = 6
        /// Two digits and `==`, the end of 64 or more bytes in base64.
        case padding = 7
    }

    /// For each of four successive bytes, the buckets that every byte value may stand for.
    let bytes: [[UInt8]]
    /// The same by nibbles, which lets pass a little more, for the vector search; where it stays for good.
    let nibbles: UnsafePointer<keyshift_fingerprints>

    /// The one set of fingerprints there is.
    static let all = Fingerprints([
        (.accessKeyID, "A", "KS", "I", "A"),
        (.encodedFirst, "Q", "UV", "tN", "J"),
        (.encodedFirst, "F", "LT", "S", "U"),
        (.encodedSecond, "B", "SU", "0", "l"),
        (.hmacOrEscape, "G", "O", "O", "G"),
        (.hmacOrEscape, "u", "0", "0", "45"),
        (.percent, "%", "45", "0123456789abcdefABCDEF", any),
        (.clientSecret, "0123456789", "Q", "~", any),
        (.word, "t", "e", "_", "k"),  // private_key
        (.word, "a", "t", "e", "K"),  // privateKey
        (.word, "T", "_", "S", "E"),  // CLIENT_SECRET
        (.word, "t", "_", "s", "e"),  // client_secret
        (.word, "n", "t", "S", "e"),  // clientSecret
        (.word, "n", "t", "K", "e"),  // AccountKey
        (.word, "E", " ", "K", "E"),  // PRIVATE KEY-----
        (.padding, digits, digits, "=", "="),
    ])

    private static let digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_"
    private static let any = String(decoding: UInt8(0x20)...0x7e, as: UTF8.self)

    private init(_ fingerprints: [(Bucket, String, String, String, String)]) {
        var bytes = [[UInt8]](repeating: [UInt8](repeating: 0, count: 256), count: 4)
        for (bucket, first, second, third, fourth) in fingerprints {
            for (position, set) in [first, second, third, fourth].enumerated() {
                for byte in set.utf8 { bytes[position][Int(byte)] |= 1 << bucket.rawValue }
            }
        }
        self.bytes = bytes
        let room = UnsafeMutablePointer<keyshift_fingerprints>.allocate(capacity: 1)
        room.initialize(to: Self.nibbles(of: bytes))
        nibbles = UnsafePointer(room)
    }

    private static func nibbles(of bytes: [[UInt8]]) -> keyshift_fingerprints {
        var tables = keyshift_fingerprints()
        withUnsafeMutableBytes(of: &tables) { room in
            for position in 0..<4 {
                for value in 0..<256 {
                    room[position * 16 + value & 15] |= bytes[position][value]
                    room[64 + position * 16 + value >> 4] |= bytes[position][value]
                }
            }
        }
        return tables
    }
}
