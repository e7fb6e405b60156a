internal import CLibYAML

/// Writes ordered values as YAML in kubectl's shape, through libyaml's emitter.
///
/// Two spaces, sequences at the indentation of their key, no folded lines, literal blocks for texts of several lines.
/// A text that any reader of YAML 1.1 or 1.2 could take for something else is quoted.
public struct YAMLWriter {
    /// The text of a value as one YAML document without `---`, with a line break at its end.
    ///
    /// - Parameter value: what to write; members keep their order.
    /// - Returns: the text.
    public static func text(for value: StructuredValue) -> String {
        var events: [Event] = []
        append(value, to: &events)
        return String(decoding: YAMLEmitter.bytes(of: events), as: UTF8.self)
    }

    /// What the emitter is fed with.
    enum Event {
        case scalar(String, Style)
        case beginSequence(isEmpty: Bool)
        case endSequence
        case beginMapping(isEmpty: Bool)
        case endMapping
    }

    /// How a scalar is to be written where the emitter can.
    enum Style {
        case plain
        case doubleQuoted
        case literal
    }

    private static func append(_ value: StructuredValue, to events: inout [Event]) {
        switch value {
        case .null: events.append(.scalar("null", .plain))
        case .bool(let bool): events.append(.scalar(bool ? "true" : "false", .plain))
        case .integer(let integer): events.append(.scalar(String(integer), .plain))
        case .decimal(let text): events.append(.scalar(text, .plain))
        case .string(let string): events.append(.scalar(string, style(for: string)))
        case .sequence(let elements):
            events.append(.beginSequence(isEmpty: elements.isEmpty))
            for element in elements { append(element, to: &events) }
            events.append(.endSequence)
        case .mapping(let members):
            events.append(.beginMapping(isEmpty: members.isEmpty))
            for member in members {
                let style = style(for: member.key)
                events.append(.scalar(member.key, style == .literal ? .doubleQuoted : style))
                append(member.value, to: &events)
            }
            events.append(.endMapping)
        }
    }

    private static func style(for text: String) -> Style {
        // Nearly all is printable ASCII on one line, where nothing can hide.
        let isPlain = text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { 0x20...0x7E ~= $0 } }
        if isPlain == true { return PlainAmbiguity.isAmbiguous(text) ? .doubleQuoted : .plain }
        if text.unicodeScalars.contains(where: isLineBreakForSome) { return .doubleQuoted }
        if text.unicodeScalars.contains(where: isIgnorable) { return .doubleQuoted }
        guard text.utf8.contains(UInt8(ascii: "\n")) else {
            return PlainAmbiguity.isAmbiguous(text) ? .doubleQuoted : .plain
        }
        return isLegibleAsBlock(text) ? .literal : .doubleQuoted
    }

    /// U+0085, U+2028 and U+2029 are line breaks for YAML 1.1 and text for YAML 1.2, so they are escaped.
    private static func isLineBreakForSome(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x85 || scalar.value == 0x2028 || scalar.value == 0x2029
    }

    /// What cannot be seen (joiners, marks of direction, tags) stands in double quotes, where it can be escaped.
    private static func isIgnorable(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0xAD else { return false }
        return scalar.properties.generalCategory == .format || scalar.properties.isDefaultIgnorableCodePoint
    }

    /// Whether a literal block shows the text as it is.
    ///
    /// White space at its beginning or at the end of a line would need an indentation indicator, or could not be seen;
    /// several line breaks at its end would make libyaml end the document with `...`.
    private static func isLegibleAsBlock(_ text: String) -> Bool {
        guard let first = text.utf8.first, first != UInt8(ascii: "\n"), first != UInt8(ascii: " ") else { return false }
        var previous = first
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A where previous == UInt8(ascii: " "): return false
            case 0..<0x0A, 0x0B..<0x20, 0x7F, 0xFEFF: return false
            default: previous = UInt8(truncatingIfNeeded: min(scalar.value, 0x7F))
            }
        }
        return previous != UInt8(ascii: " ") && !text.utf8.suffix(2).elementsEqual("\n\n".utf8)
    }
}
