/// Puts text into the messages and locations of SARIF 2.1.0.
enum SARIFText {
    /// A message that holds neither a link nor a placeholder.
    ///
    /// `[text](target)` is a link also in plain text messages, and braces are doubled
    /// ([SARIF 2.1.0, sections 3.11.5 and 3.11.6](https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html)).
    static func message(_ text: String) -> String {
        var result = ""
        var previous: Unicode.Scalar = " "
        for scalar in TerminalText.visible(text).unicodeScalars {
            if scalar == "(", previous == "]" { result += " " }
            if scalar == "{" || scalar == "}" { result.unicodeScalars.append(scalar) }
            result.unicodeScalars.append(scalar)
            previous = scalar
        }
        return result
    }

    /// The URI of a file: relative paths stay relative, absolute ones become `file:` URIs.
    ///
    /// Every octet outside the unreserved characters and `/` is percent-encoded, so that no part of a name is taken for
    /// a scheme, a query or a fragment ([RFC 3986](https://www.rfc-editor.org/rfc/rfc3986), sections 2.3 and 4.2).
    static func uri(ofFile path: String) -> String {
        var bytes = Substring(path).utf8
        while bytes.starts(with: "./".utf8) { bytes = bytes.dropFirst(2) }
        // Two slashes at the beginning would make the first folder a host.
        let isAbsolute = bytes.first == UInt8(ascii: "/")
        while isAbsolute, bytes.dropFirst().first == UInt8(ascii: "/") { bytes = bytes.dropFirst() }
        var result = isAbsolute ? "file://" : ""
        for byte in bytes {
            if isUnreserved(byte) || byte == UInt8(ascii: "/") {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
        return result
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default:
            false
        }
    }
}
