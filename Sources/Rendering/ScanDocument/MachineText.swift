internal import StructuredText

/// Texts of values for programs, which are safe to look at in a terminal and an editor as well.
enum MachineText {
    /// JSON on one line, without a line break at its end.
    static func line(_ value: StructuredValue) -> String {
        escaping(JSONWriter.text(for: value, pretty: false), HiddenCharacters.escape(for:))
    }

    /// Indented JSON, to stand at a depth of a larger text: all lines but the first are indented by so many spaces.
    static func block(_ value: StructuredValue, indentation: Int) -> String {
        let text = escaping(JSONWriter.text(for: value, pretty: true), HiddenCharacters.escape(for:))
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            bytes.append(byte)
            // A line break inside a text is an escape in JSON, so this one is between two tokens.
            guard byte == UInt8(ascii: "\n") else { continue }
            bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// YAML with a line break at its end; the writer puts texts with hidden characters into double quotes.
    static func yaml(_ value: StructuredValue) -> String {
        escaping(YAMLWriter.text(for: value), HiddenCharacters.yamlEscape(for:))
    }

    /// Hidden characters can only be inside of texts, where their escapes mean the same.
    private static func escaping(_ text: String, _ escape: (Unicode.Scalar) -> String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x7F }) else { return text }
        let scalars = text.unicodeScalars
        var (result, start) = ("", scalars.startIndex)
        for index in scalars.indices where scalars[index].value >= 0x7F && HiddenCharacters.contains(scalars[index]) {
            result += String(scalars[start..<index]) + escape(scalars[index])
            start = scalars.index(after: index)
        }
        return result + String(scalars[start...])
    }
}
