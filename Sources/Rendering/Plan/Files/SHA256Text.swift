internal import Crypto

/// SHA-256 (FIPS 180-4) of a text's UTF-8.
enum SHA256Text {
    /// The hash as 64 hexadecimal digits.
    static func hex(of text: String) -> String {
        var hash = SHA256()
        var text = text
        text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
