import StructuredText

/// A format in which the text of a value may be written, with fields of its own.
///
/// A format loses nothing: what of the text it does not understand it hands on as unstructured text.
protocol TextFormat: Sendable {
    /// Whether a text looks like the format; a quick look that may be wrong.
    ///
    /// - Parameters:
    ///   - text: the whole text.
    ///   - name: the nearest name of the text.
    /// - Returns: whether the text is worth an attempt to read it.
    func recognises(_ text: Span<UInt8>, named name: String) -> Bool

    /// Expands each value of the text.
    ///
    /// - Parameters:
    ///   - text: a text that was recognised.
    ///   - fields: where the values go.
    ///   - position: where the text stands.
    /// - Returns: `false` when the text is of another format after all and nothing was handed in.
    func emit(_ text: Span<UInt8>, into fields: FieldExpansion, at position: FieldPosition) -> Bool
}

/// The formats that are known.
enum TextFormats {
    /// All of them, the strictest first.
    static let all: [any TextFormat] =
        [
            JSONFormat(),
            XMLFormat(),
            URLFormat(),
            RegistryLoginFormat(),
            ConnectionStringFormat(),
            QueryFormat(),
            INIFormat(),
            YAMLFormat(),
        ] + byLine

    /// Those that read a text line by line, and so any part of one, too.
    static let byLine: [any TextFormat] = [
        BlockFormat(),
        PropertiesFormat(),
        DotenvFormat(),
        TemplateFormat(),
        CommandLineFormat(),
    ]

    /// Whether a text has any character without which no format recognises it; most values are single words.
    static func mayRecognise(_ text: Span<UInt8>) -> Bool {
        var (hasBlank, hasDash) = (false, false)
        for index in text.indices {
            switch text[index] {
            case 0x7b, 0x5b, 0x3c, 0x3a, 0x3d, 0x0a: return true
            case 0x20, 0x09: hasBlank = true
            case 0x2d: hasDash = true
            default: continue
            }
            if hasBlank, hasDash { return true }
        }
        return false
    }
}
