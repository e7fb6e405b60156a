internal import Crypto

/// SHA-256 (FIPS 180-4) of a text's UTF-8, also of one that comes in parts.
struct SHA256Text {
    private var hash = SHA256()

    /// Adds a part.
    mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    }

    /// The hash of everything that was added, as 64 hexadecimal digits.
    var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// The hash of a text.
    static func hex(of text: String) -> String {
        var hash = SHA256Text()
        hash.add(text)
        return hash.hex
    }
}
