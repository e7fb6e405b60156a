/// Recognises stretches of a text that nobody made up, as keys, tokens and digests have them.
enum RandomText {
    /// The length of an access key id of AWS, the shortest credential that is told from a name.
    private static let shortest = 20

    /// Whether there is such a stretch.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - isAddress: whether it is an ARN or an address, whose parts may be long names that programs made.
    /// - Returns: whether one was found.
    static func isIn(_ text: Span<UInt8>, ofAddress isAddress: Bool) -> Bool {
        if !isAddress, isSecretHalf(text) { return true }
        var stretch = Stretch()
        for index in text.indices {
            let byte = text[index]
            if isSeparator(byte, isAddress) {
                stretch = Stretch()
            } else {
                stretch.add(byte)
                if stretch.isRandom { return true }
            }
        }
        return false
    }

    /// Whether a text is what the secret half of an access key looks like: 40 digits of base64, of all sorts.
    private static func isSecretHalf(_ text: Span<UInt8>) -> Bool {
        guard text.count == 40 else { return false }
        var (hasUpper, hasLower, hasDigit) = (false, false, false)
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): hasUpper = true
            case UInt8(ascii: "a")...UInt8(ascii: "z"): hasLower = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
            case UInt8(ascii: "/"), UInt8(ascii: "+"): break
            default: return false
            }
        }
        return hasUpper && hasLower && hasDigit
    }

    private static func isSeparator(_ byte: UInt8, _ isAddress: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "-"): true
        case UInt8(ascii: "_"), UInt8(ascii: "."): isAddress
        default: false
        }
    }

    private struct Stretch {
        private var length = 0
        private var hasUpper = false
        private var hasDigit = false
        private var isHexadecimal = true

        mutating func add(_ byte: UInt8) {
            length += 1
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "F"): hasUpper = true
            case UInt8(ascii: "G")...UInt8(ascii: "Z"): (hasUpper, isHexadecimal) = (true, false)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): hasDigit = true
            case UInt8(ascii: "a")...UInt8(ascii: "f"): break
            default: isHexadecimal = false
            }
        }

        /// Capitals and digits mixed over the length of a key id, or a digest.
        var isRandom: Bool {
            length >= shortest && hasUpper && hasDigit || length >= 32 && isHexadecimal && hasDigit
        }
    }
}
