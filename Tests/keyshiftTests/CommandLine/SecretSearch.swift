import Foundation

/// Looks for pieces of secrets in what a program put out, however they are written.
struct SecretSearch {
    /// A piece this long does not occur by chance.
    private static let length = 12
    /// Every piece of every form, by its bytes.
    private var pieces: [[UInt8]: String] = [:]

    /// Prepares to look for these.
    init(_ secrets: [String]) {
        for secret in secrets {
            for (name, form) in Self.forms(of: secret) {
                for start in 0...max(0, form.count - Self.length) {
                    let piece = Array(form[start...].prefix(Self.length))
                    if pieces[piece] == nil { pieces[piece] = name }
                }
            }
        }
    }

    /// The ways to write a secret.
    private static func forms(of secret: String) -> [(String, [UInt8])] {
        let bytes = Array(secret.utf8)
        var forms = [
            ("plain", bytes), ("backwards", bytes.reversed()),
            ("percent", Array((secret.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "").utf8)),
            ("hex", Array(bytes.map { String(format: "%02x", $0) }.joined().utf8)),
            ("HEX", Array(bytes.map { String(format: "%02X", $0) }.joined().utf8)),
            ("escapes", Array(bytes.map { String(format: "\\u%04x", $0) }.joined().utf8)),
            ("slashes", Array(secret.replacingOccurrences(of: "/", with: "\\/").utf8)),
        ]
        // Base64 depends on what stands before; the characters at both ends mix with their neighbours.
        for shift in 0..<3 {
            let text = Data(repeatElement(0x78, count: shift) + bytes).base64EncodedString()
            let inner = Array(text.utf8.dropFirst(shift == 0 ? 0 : 4).prefix { $0 != UInt8(ascii: "=") }.dropLast(2))
            forms.append(("base64", inner))
            forms.append(("base64 for URLs", inner.map { $0 == 0x2b ? 0x2d : $0 == 0x2f ? 0x5f : $0 }))
            let twice = Data(inner).base64EncodedString()
            forms.append(("base64 twice", Array(twice.utf8.prefix { $0 != UInt8(ascii: "=") }.dropLast(2))))
        }
        return forms.filter { $0.1.count >= length }
    }

    /// The forms of secrets that the text holds; the text itself is never shown.
    func finds(in text: String) -> Set<String> {
        let bytes = Array(text.utf8)
        guard bytes.count >= Self.length else { return [] }
        return Set((0...bytes.count - Self.length).compactMap { pieces[Array(bytes[$0..<$0 + Self.length])] })
    }
}
