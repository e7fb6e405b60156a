extension UInt8 {
    /// `A`…`Z`.
    var isUpper: Bool { 0x41...0x5A ~= self }
    /// `a`…`z`.
    var isLower: Bool { 0x61...0x7A ~= self }
    /// `0`…`9`.
    var isDigit: Bool { 0x30...0x39 ~= self }
    /// ASCII letters and digits.
    var isLetterOrDigit: Bool { isUpper || isLower || isDigit }
    /// Hexadecimal digits of either case.
    var isHex: Bool { isDigit || 0x41...0x46 ~= self || 0x61...0x66 ~= self }
    /// The alphabet of RFC 4648 section 4, without padding.
    var isBase64: Bool { isLetterOrDigit || self == UInt8(ascii: "+") || self == UInt8(ascii: "/") }
    /// The alphabet of RFC 4648 section 5, without padding.
    var isBase64URL: Bool { isLetterOrDigit || self == UInt8(ascii: "-") || self == UInt8(ascii: "_") }
    /// The alphabet of RFC 4648 section 6, in which AWS and Google write their ids.
    var isBase32: Bool { isUpper || 0x32...0x37 ~= self }
    /// ASCII letters.
    var isLetter: Bool { isUpper || isLower }
    /// Space, tab, line feed, carriage return and their rarer relatives.
    var isSpace: Bool { self == 0x20 || 0x09...0x0D ~= self }
    /// Space or tab.
    var isBlank: Bool { self == 0x20 || self == 0x09 }
    /// The value of a hexadecimal digit.
    var hexadecimalValue: UInt8? {
        switch self {
        case 0x30...0x39: self - 0x30
        case 0x41...0x46: self - 0x37
        case 0x61...0x66: self - 0x57
        default: nil
        }
    }
    /// The byte with an ASCII capital made small.
    var lowercased: UInt8 { isUpper ? self | 0x20 : self }
}
