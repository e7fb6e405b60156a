/// Base64 as RFC 4648 has it, standard and for URLs.
enum Base64Text {
    private static let standard = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    private static let urlSafe = standard.map { $0 == UInt8(ascii: "+") ? 0x2D : $0 == UInt8(ascii: "/") ? 0x5F : $0 }

    /// The digits of some bytes, with padding.
    static func encode(_ bytes: some Collection<UInt8>) -> String {
        String(decoding: digits(of: Array(bytes), standard), as: UTF8.self)
    }

    /// The digits of a text.
    static func encode(_ text: String) -> String { encode(Array(text.utf8)) }

    /// The digits in the alphabet of RFC 4648 section 5, without padding, as tokens have them.
    static func encodeForURL(_ text: String) -> String {
        let digits = digits(of: Array(text.utf8), urlSafe).filter { $0 != UInt8(ascii: "=") }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The digits in lines of 76, as `base64` prints them.
    static func encodeWrapped(_ text: String) -> String {
        let digits = digits(of: Array(text.utf8), standard)
        return stride(from: 0, to: digits.count, by: 76)
            .map { String(decoding: digits[$0..<min(digits.count, $0 + 76)], as: UTF8.self) + "\n" }.joined()
    }

    private static func digits(of bytes: [UInt8], _ alphabet: [UInt8]) -> [UInt8] {
        var digits: [UInt8] = []
        digits.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let group = (index..<index + 3).reduce(UInt32(0)) { $0 << 8 | ($1 < bytes.count ? UInt32(bytes[$1]) : 0) }
            let present = min(3, bytes.count - index)
            for digit in 0..<4 {
                let value = Int(group >> UInt32(18 - 6 * digit) & 63)
                digits.append(digit <= present ? alphabet[value] : UInt8(ascii: "="))
            }
            index += 3
        }
        return digits
    }
}
