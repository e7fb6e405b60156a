internal import Crypto

/// SHA-256 (FIPS 180-4) in hexadecimal digits, as ledgers write it.
enum SHA256Digest {
    /// The hash of a text's UTF-8: 64 lower-case digits.
    static func hex(of text: String) -> String {
        var hash = SHA256()
        var text = text
        text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        return String(
            decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
