/// Base64 ([RFC 4648](https://www.rfc-editor.org/rfc/rfc4648)), as entries of Secrets are written.
enum Base64Text {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// Writes a text.
    static func encoding(_ text: String) -> String {
        var (result, bytes) = ([UInt8](), Array(text.utf8)[...])
        while !bytes.isEmpty {
            let group = bytes.prefix(3)
            bytes = bytes.dropFirst(3)
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                let isFilled = place <= group.count
                result.append(isFilled ? alphabet[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Reads a text; what is no base64 in it is passed over.
    static func decoding(_ text: String) -> String {
        var (result, bits, count) = ([UInt8](), 0, 0)
        for byte in text.utf8 {
            guard let value = alphabet.firstIndex(of: byte) else { continue }
            bits = (bits << 6 | value) & 0xFFFF
            count += 6
            guard count >= 8 else { continue }
            count -= 8
            result.append(UInt8(truncatingIfNeeded: bits >> count))
        }
        return String(decoding: result, as: UTF8.self)
    }
}
