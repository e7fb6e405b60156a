/// Makes names that the cloud accepts, each only once, whatever the cluster calls things.
struct LegalNames {
    private var used: Set<String> = []

    /// A name from a template; one that is too long, or taken, ends in a digest of all of it.
    ///
    /// Names of roles are compared without regard to case
    /// ([CreateRole](https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html)).
    mutating func name(
        _ template: String, cluster: String, namespace: String, account: String, limit: Int
    ) -> String {
        let whole = Self.filled(template, ["cluster": cluster, "namespace": namespace, "serviceAccount": account])
        let plain = Self.legal(whole)
        if plain.utf8.count <= limit, used.insert(plain.lowercased()).inserted { return plain }
        let mark = "-" + Self.digest([cluster, namespace, account])
        let short = String(decoding: plain.utf8.prefix(limit - mark.utf8.count), as: UTF8.self) + mark
        used.insert(short.lowercased())
        return short
    }

    /// The template with its placeholders filled, once: a name from the cluster may look like a placeholder itself.
    private static func filled(_ template: String, _ values: [String: String]) -> String {
        var (text, rest) = ("", template[...])
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            text += values[name] ?? String(rest[open...close])
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// Letters, digits and hyphens, which every cloud takes, beginning with a letter.
    private static func legal(_ name: String) -> String {
        let letters = name.unicodeScalars.map { scalar in
            scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
                ? Character(scalar) : "-"
        }
        let plain = String(letters.drop { !$0.isLetter })
        return plain.isEmpty ? "identity" : plain
    }

    /// Eight hexadecimal digits of FNV-1a over the parts, so that a short name stays the same in every revision.
    static func digest(_ parts: [String]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for part in parts { for byte in Array(part.utf8) + [0] { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 } }
        let text = String(UInt32(truncatingIfNeeded: hash ^ hash >> 32), radix: 16)
        return String(repeating: "0", count: 8 - text.count) + text
    }
}
