/// Reads the name that a text gives to a value in it: `aws_access_key_id = …`, `--access-key …`, `"accessKey": "…`,
/// `<name>fs.s3a.access.key</name><value>…`, `s3://…`.
enum NameBeforeValue {
    /// How much is skipped or read at most.
    private static let reach = 96

    /// The name of what begins at `offset`; empty when nothing names it.
    static func name(before offset: Int, in text: [UInt8]) -> FieldName {
        if isUserInfo(at: offset, in: text) { return FieldName("user".utf8) }
        let start = max(0, offset - reach)
        let gap = text[start..<offset].reversed().prefix(while: isSeparator)
        let end = offset - gap.count
        let name = text[start..<end].reversed().prefix(while: isNameByte).reversed()
        let assigns = gap.contains { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ">") }
        guard assigns || name.first == UInt8(ascii: "-") && !gap.isEmpty else { return .none }
        if name.elementsEqual("value".utf8), let named = propertyName(before: end - name.count, in: text) {
            return named
        }
        return FieldName(Array(name))
    }

    /// Whether the value is the user in a URL, whose name is the user info of RFC 3986 section 3.2.1.
    static func isUserInfo(at offset: Int, in text: [UInt8]) -> Bool {
        offset >= 4 && ByteSearch.stands("://", in: text, at: offset - 3) && text[offset - 4].isLetterOrDigit
    }

    /// The text of `<name>` in front of `<value>`, as Hadoop writes properties.
    private static func propertyName(before offset: Int, in text: [UInt8]) -> FieldName? {
        let start = max(0, offset - reach)
        let close: StaticString = "</name>"
        guard let end = ByteSearch.first(close, in: text, within: start..<offset),
            text[(end + close.utf8CodeUnitCount)..<offset].allSatisfy({ $0.isSpace || $0 == UInt8(ascii: "<") })
        else { return nil }
        return FieldName(Array(text[start..<end].reversed().prefix(while: isNameByte).reversed()))
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
    }

    private static func isSeparator(_ byte: UInt8) -> Bool { " \t\"'`=:>\\([".utf8.contains(byte) }
}
