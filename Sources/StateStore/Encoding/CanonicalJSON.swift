internal import StructuredText

/// JSON of which there is one text for one value, in printable ASCII: what hashes are taken of.
///
/// Members are sorted by name, there is no white space, and every character outside of `0x20` to `0x7E` is escaped: as `\b`, `\t`,
/// `\n`, `\f` or `\r`, otherwise as `\u` with four lower-case hexadecimal digits for each UTF-16 code unit. `json.dumps(value,
/// sort_keys=True, separators=(",", ":"))` of Python and `jq -caS .` (1.7) write the same bytes.
enum CanonicalJSON {
    /// The text of a value.
    static func text(for value: StructuredValue) -> String {
        var output: [UInt8] = []
        write(value, to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private static func write(_ value: StructuredValue, to output: inout [UInt8]) {
        switch value {
        case .null: output += "null".utf8
        case .bool(let bool): output += (bool ? "true" : "false").utf8
        case .integer(let integer): output += String(integer).utf8
        case .decimal(let text): output += text.utf8
        case .string(let string): write(string, to: &output)
        case .sequence(let elements):
            writeList(elements, "[", "]", to: &output) { element, output in write(element, to: &output) }
        case .mapping(let members):
            writeList(members.sorted { $0.key < $1.key }, "{", "}", to: &output) { member, output in
                write(member.key, to: &output)
                output.append(UInt8(ascii: ":"))
                write(member.value, to: &output)
            }
        }
    }

    private static func writeList<Item>(
        _ items: [Item], _ open: Unicode.Scalar, _ close: Unicode.Scalar, to output: inout [UInt8],
        _ writeItem: (Item, inout [UInt8]) -> Void
    ) {
        output.append(UInt8(ascii: open))
        for (index, item) in items.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            writeItem(item, &output)
        }
        output.append(UInt8(ascii: close))
    }

    private static func write(_ string: String, to output: inout [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"", "\\": output += [UInt8(ascii: "\\"), UInt8(ascii: scalar)]
            case " "..."~": output.append(UInt8(ascii: scalar))
            case "\u{8}": output += "\\b".utf8
            case "\t": output += "\\t".utf8
            case "\n": output += "\\n".utf8
            case "\u{c}": output += "\\f".utf8
            case "\r": output += "\\r".utf8
            default:
                for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter { writeEscape(unit, to: &output) }
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private static func writeEscape(_ unit: UInt16, to output: inout [UInt8]) {
        let digits = String(unit, radix: 16)
        output += "\\u".utf8
        output += repeatElement(UInt8(ascii: "0"), count: 4 - digits.utf8.count)
        output += digits.utf8
    }
}
