/// Makes parts of paths from names of a cluster, which are data: `..`, slashes and line breaks among them.
enum SafePath {
    /// More than any name that people give; file systems take 255 bytes.
    private static let longest = 100

    /// One part of a path: the name itself where it is plain and not too long, else what is plain of it and a digest.
    ///
    /// A function of the name alone, so that a file keeps its name whatever else the plan has.
    static func part(_ name: String) -> String {
        if isPlain(name) { return name }
        let plain = name.utf8.map { isAllowed($0) ? $0 : UInt8(ascii: "-") }.drop { !isLetterOrDigit($0) }
        let short = String(decoding: plain.prefix(longest - 13), as: UTF8.self)
        return (short.isEmpty ? "name" : short) + "-" + digest(name)
    }

    /// Twelve hexadecimal digits of the SHA-256 of a text.
    static func digest(_ text: String) -> String { String(SHA256Text.hex(of: text).prefix(12)) }

    private static func isPlain(_ name: String) -> Bool {
        guard let first = name.utf8.first, name.utf8.count <= longest else { return false }
        return (isLetterOrDigit(first) || name == PlanPaths.noNamespace) && name.utf8.allSatisfy(isAllowed)
            && !name.hasSuffix(".")
    }

    private static func isAllowed(_ byte: UInt8) -> Bool { isLetterOrDigit(byte) || "._-".utf8.contains(byte) }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
