extension KubectlYAMLReader {
    /// Appends what an escape of a double-quoted scalar stands for, by section 5.7 of
    /// [YAML 1.2](https://yaml.org/spec/1.2.2/#57-escaped-characters).
    ///
    /// - Returns: where it ends.
    mutating func appendEscape(at backslash: Int) throws(Unfamiliar) -> Int {
        guard backslash + 1 < end else { throw Unfamiliar() }
        let letter = text[backslash + 1]
        if let digits = Self.digits(of: letter) {
            return try appendCodePoint(at: backslash + 2, digits: digits)
        }
        guard let scalar = Self.meaning(of: letter) else { throw Unfamiliar() }
        append(scalar)
        return backslash + 2
    }

    private static func digits(of letter: UInt8) -> Int? {
        switch letter {
        case UInt8(ascii: "x"): 2
        case UInt8(ascii: "u"): 4
        case UInt8(ascii: "U"): 8
        default: nil
        }
    }

    private static func meaning(of letter: UInt8) -> Unicode.Scalar? {
        switch letter {
        case UInt8(ascii: "0"): "\0"
        case UInt8(ascii: "a"): "\u{7}"
        case UInt8(ascii: "b"): "\u{8}"
        case UInt8(ascii: "t"), UInt8(ascii: "\t"): "\t"
        case UInt8(ascii: "n"): "\n"
        case UInt8(ascii: "v"): "\u{B}"
        case UInt8(ascii: "f"): "\u{C}"
        case UInt8(ascii: "r"): "\r"
        case UInt8(ascii: "e"): "\u{1B}"
        case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"): Unicode.Scalar(letter)
        case UInt8(ascii: "N"): "\u{85}"
        case UInt8(ascii: "_"): "\u{A0}"
        case UInt8(ascii: "L"): "\u{2028}"
        case UInt8(ascii: "P"): "\u{2029}"
        default: nil
        }
    }

    private mutating func appendCodePoint(at start: Int, digits: Int) throws(Unfamiliar) -> Int {
        guard digits <= end - start else { throw Unfamiliar() }
        var value: UInt32 = 0
        for index in start..<start + digits {
            guard let digit = Character(Unicode.Scalar(text[index])).hexDigitValue, text[index] < 0x80 else {
                throw Unfamiliar()
            }
            value = value &<< 4 | UInt32(digit)
        }
        guard let scalar = Unicode.Scalar(value) else { throw Unfamiliar() }
        append(scalar)
        return start + digits
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if let bytes = UTF8.encode(scalar) { buffers.scratch.append(contentsOf: bytes) }
    }
}
