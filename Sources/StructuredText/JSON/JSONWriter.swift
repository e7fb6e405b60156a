/// Writes ordered values as JSON (RFC 8259), in the two shapes that kubectl prints: indented by four, or on one line.
public struct JSONWriter {
    private let pretty: Bool
    private var depth = 0
    private var output: [UInt8] = []

    private init(pretty: Bool) { self.pretty = pretty }

    /// The text of a value, without a line break at its end.
    ///
    /// Only what RFC 8259 section 7 wants escaped is escaped; everything else is UTF-8 as it is.
    ///
    /// - Parameters:
    ///   - value: what to write; members keep their order.
    ///   - pretty: one member or element per line; otherwise everything on one line, as JSON lines need.
    /// - Returns: the text.
    public static func text(for value: StructuredValue, pretty: Bool) -> String {
        var writer = JSONWriter(pretty: pretty)
        writer.write(value)
        return String(decoding: writer.output, as: UTF8.self)
    }

    private mutating func write(_ value: StructuredValue) {
        switch value {
        case .null: output += "null".utf8
        case .bool(let bool): output += (bool ? "true" : "false").utf8
        case .integer(let integer): output += String(integer).utf8
        case .decimal(let text): output += text.utf8
        case .string(let string): write(string)
        case .sequence(let elements):
            writeList(elements, between: "[", "]") { writer, element in writer.write(element) }
        case .mapping(let members):
            writeList(members, between: "{", "}") { writer, member in
                writer.write(member.key)
                writer.output += (writer.pretty ? ": " : ":").utf8
                writer.write(member.value)
            }
        }
    }

    private mutating func writeList<Item>(
        _ items: [Item], between open: Unicode.Scalar, _ close: Unicode.Scalar,
        _ writeItem: (inout JSONWriter, Item) -> Void
    ) {
        output.append(UInt8(ascii: open))
        depth += 1
        for (index, item) in items.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            breakLine()
            writeItem(&self, item)
        }
        depth -= 1
        if !items.isEmpty { breakLine() }
        output.append(UInt8(ascii: close))
    }

    private mutating func breakLine() {
        guard pretty else { return }
        output.append(UInt8(ascii: "\n"))
        output.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 4 * depth))
    }

    private mutating func write(_ string: String) {
        output.append(UInt8(ascii: "\""))
        // Nearly no text has anything to escape, and such a text is written in one go.
        let isPlain = string.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
        }
        if isPlain == true { output += string.utf8 } else { writeEscaped(string) }
        output.append(UInt8(ascii: "\""))
    }

    private mutating func writeEscaped(_ string: String) {
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): output += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: writeEscape(ofControl: byte)
            default: output.append(byte)
            }
        }
    }

    private mutating func writeEscape(ofControl byte: UInt8) {
        switch byte {
        case 0x08: output += "\\b".utf8
        case 0x09: output += "\\t".utf8
        case 0x0A: output += "\\n".utf8
        case 0x0C: output += "\\f".utf8
        case 0x0D: output += "\\r".utf8
        default: output += ((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)).utf8
        }
    }
}
