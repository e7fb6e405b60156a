/// Text in UTF-16, as Windows tools write it.
enum UTF16Text {
    /// Whether the bytes begin with a byte order mark, or as ASCII does in UTF-16.
    static func looksLikeIt(_ bytes: Span<UInt8>) -> Bool { byteOrder(bytes) != nil }

    /// The text in UTF-8; empty when it is not UTF-16.
    static func decode(_ bytes: Span<UInt8>) -> [UInt8] {
        guard let isBigEndian = byteOrder(bytes) else { return [] }
        let units = stride(from: 0, to: bytes.count - 1, by: 2).map { index in
            isBigEndian
                ? UInt16(bytes[index]) << 8 | UInt16(bytes[index + 1])
                : UInt16(bytes[index + 1]) << 8 | UInt16(bytes[index])
        }
        let text = units.first == 0xfeff ? units.dropFirst() : units[...]
        return Array(String(decoding: text, as: UTF16.self).utf8)
    }

    /// Whether the high byte comes first; `nil` when this is not UTF-16.
    private static func byteOrder(_ bytes: Span<UInt8>) -> Bool? {
        guard bytes.count >= 4 else { return nil }
        if bytes[0] == 0xff, bytes[1] == 0xfe { return false }
        if bytes[0] == 0xfe, bytes[1] == 0xff { return true }
        if bytes[0] != 0, bytes[1] == 0, bytes[2] != 0, bytes[3] == 0 { return false }
        if bytes[0] == 0, bytes[1] != 0, bytes[2] == 0, bytes[3] != 0 { return true }
        return nil
    }
}
