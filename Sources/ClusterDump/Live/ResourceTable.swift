/// The table that `kubectl api-resources` prints.
///
/// Its columns are NAME, SHORTNAMES (may be empty), APIVERSION, NAMESPACED and KIND, then more with `-o wide`; the only
/// word that is `true` or `false` tells where they are. kubectl before 1.20 prints a group without a version instead of
/// APIVERSION; such lines yield nothing.
enum ResourceTable {
    /// Reads the table, the header or any other line that is no resource left out.
    static func types(in text: String) -> [ResourceType] {
        text.split(whereSeparator: \.isNewline).compactMap { type(in: $0) }
    }

    private static func type(in line: Substring) -> ResourceType? {
        let words = line.split(whereSeparator: \.isWhitespace)
        guard let flag = words.firstIndex(where: { $0 == "true" || $0 == "false" }), flag >= 2, flag + 1 < words.count
        else { return nil }
        let parts = words[flag - 1].split(separator: "/", omittingEmptySubsequences: false)
        guard let version = parts.last, parts.count <= 2, isVersion(version) else { return nil }
        let group = parts.count == 2 ? parts[0] : ""
        // These become parts of a path on the server.
        guard isName(words[0]), group.isEmpty || isName(group) else { return nil }
        return ResourceType(
            name: String(words[0]), group: String(group), version: String(version), kind: String(words[flag + 1]),
            namespaced: words[flag] == "true")
    }

    private static func isName(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                    UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }

    /// `v1`, `v1beta1`: what sets a version apart from a group of an old kubectl.
    private static func isVersion(_ text: Substring) -> Bool {
        let rest = text.dropFirst()
        return text.first == "v" && rest.first?.isNumber == true && rest.allSatisfy { $0.isNumber || $0.isLowercase }
    }
}
