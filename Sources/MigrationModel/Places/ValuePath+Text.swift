extension ValuePath: CustomStringConvertible {
    /// The text form that reports print and allowlists match; fields that are not plain words are quoted in brackets.
    public var description: String {
        var text = ""
        var continuesFields = false
        for step in steps {
            let separator = text.isEmpty ? "" : " › "
            switch step {
            case .decoding(let decoding):
                text += separator + decoding.rawValue
            case .line(let number):
                text += separator + "line \(number)"
            case .index(let index):
                text += (continuesFields ? "" : separator) + "[\(index)]"
            case .field(let name):
                let plain = Self.isPlain(name)
                text += continuesFields ? (plain ? "." : "") : separator
                text += plain ? name : "[\"\(Self.escaped(name))\"]"
            }
            switch step {
            case .field, .index: continuesFields = true
            case .decoding, .line: continuesFields = false
            }
        }
        return text
    }

    /// Whether a field name can stand in a dotted path without being mistaken for two fields.
    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"):
                    true
                default:
                    false
                }
            }
    }

    private static func escaped(_ name: String) -> String {
        var text = ""
        for character in name.unicodeScalars {
            if character == "\"" || character == "\\" { text.unicodeScalars.append("\\") }
            text.unicodeScalars.append(character)
        }
        return text
    }
}

extension ValuePath: Encodable {
    /// Writes the text form, which is what people read, search for and put into allowlists.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
