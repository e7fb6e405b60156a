internal import Crypto

/// Puts text from a cluster into HTML so that it shows as it is and does nothing.
enum HTMLText {
    /// A sentence, as content or inside of a quoted attribute.
    static func text(_ text: String) -> String {
        let harmless = TerminalText.harmless(text)
        guard harmless.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return harmless }
        var result = ""
        for scalar in harmless.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A name, whose letters may run from right to left without reordering what stands beside it.
    static func name(_ name: String) -> String { "<bdi>\(text(name))</bdi>" }

    /// A name or a command in the type of code.
    static func code(_ name: String) -> String { "<code>\(self.name(name))</code>" }

    /// A moment that programs can read as well.
    static func time(_ moment: String, _ words: String) -> String { "<time datetime=\"\(moment)\">\(words)</time>" }

    /// The source expression of a content security policy that lets one script or style in:
    /// [CSP level 3, section 2.3.1](https://www.w3.org/TR/CSP3/#framework-directive-source-list).
    static func policyHash(of content: String) -> String {
        "'sha256-\(base64(Array(SHA256.hash(data: Array(content.utf8)))))'"
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? digits[bits >> (18 - 6 * place) & 63] : UInt8(ascii: "="))
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
