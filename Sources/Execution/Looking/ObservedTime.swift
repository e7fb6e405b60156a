public import MigrationModel

/// Reads times as APIs write them.
public enum ObservedTime {
    /// The moment of an RFC 3339 text: `2026-11-21T12:00:00Z`, with or without a fraction, `Z` or an offset.
    public static func reading(_ text: String) -> Timestamp? {
        let bytes = Array(text.utf8)
        guard bytes.count >= 20 else { return nil }
        let date = String(decoding: bytes[..<19], as: UTF8.self)
        var rest = bytes[19...]
        var fraction = "000"
        if rest.first == UInt8(ascii: ".") {
            let digits = rest.dropFirst().prefix { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }
            fraction = String((String(decoding: digits, as: UTF8.self) + "000").prefix(3))
            rest = rest.dropFirst(1 + digits.count)
        }
        guard let time = Timestamp("\(date).\(fraction)Z"), let offset = offset(rest) else { return nil }
        return time.adding(milliseconds: -offset * 60_000)
    }

    /// Minutes east of UTC: `Z`, `+02:00`, `-0130`.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        let text = String(decoding: bytes, as: UTF8.self)
        if text == "Z" || text == "z" { return 0 }
        let digits = text.dropFirst().filter { $0 != ":" }
        guard let sign = text.first, sign == "+" || sign == "-", digits.count == 4, let number = Int(digits) else {
            return nil
        }
        return (number / 100 * 60 + number % 100) * (sign == "-" ? -1 : 1)
    }
}
