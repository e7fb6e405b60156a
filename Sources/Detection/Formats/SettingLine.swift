import StructuredText

/// A name and a value on one line, as many formats write them.
struct Setting {
    /// The name, without quotes.
    var key: Range<Int>
    /// `=`, `:`, or a blank where only that stands between name and value.
    var separator: UInt8
    /// Where the separator ends.
    var separatorEnd: Int
    /// The rest of the line, without white space around; quotes are part of it.
    var value: Range<Int>
}

/// One line of a text that holds settings.
enum SettingLine {
    /// Nothing.
    case blank
    /// A comment of any of the formats.
    case comment
    /// `[name]`, the name.
    case section(Range<Int>)
    /// `name "label" {`, all before the brace.
    case opening(Range<Int>)
    /// A closing brace.
    case closing
    /// A setting.
    case setting(Setting)
    /// Something else.
    case other

    /// Reads a line.
    init(_ text: Span<UInt8>, _ line: Range<Int>) {
        let range = text.trimmed(line)
        guard let first = range.first else {
            self = .blank
            return
        }
        let last = text[range.upperBound - 1]
        switch text[first] {
        case UInt8(ascii: "#"), UInt8(ascii: ";"), UInt8(ascii: "!"):
            self = .comment
        case UInt8(ascii: "/") where text.has("//", at: first):
            self = .comment
        case UInt8(ascii: "[") where last == UInt8(ascii: "]"):
            self = Self.section(text, range)
        case UInt8(ascii: "}"), UInt8(ascii: "]"):
            self = range.count <= 2 ? .closing : .other
        default:
            let isOpening = last == UInt8(ascii: "{") || last == UInt8(ascii: "[")
            if let setting = Self.setting(text, range), !isOpening || setting.value.count > 1 {
                self = .setting(setting)
            } else {
                self = isOpening ? .opening(range.lowerBound..<range.upperBound - 1) : .other
            }
        }
    }

    private static func section(_ text: Span<UInt8>, _ range: Range<Int>) -> SettingLine {
        var name = range.lowerBound + 1..<range.upperBound - 1
        // TOML writes tables of arrays in two pairs of brackets.
        if name.count > 2, text[name.lowerBound] == 0x5b, text[name.upperBound - 1] == 0x5d {
            name = name.lowerBound + 1..<name.upperBound - 1
        }
        for index in name where "[]{},=".utf8.contains(text[index]) { return .other }
        name = text.trimmed(name)
        return name.isEmpty || name.count > 200 ? .other : .section(name)
    }

    /// The setting on a line that has no white space around it, if it is one.
    static func setting(_ text: Span<UInt8>, _ line: Range<Int>) -> Setting? {
        let start = behindDeclaration(text, line)
        guard let (key, end) = key(text, start..<line.upperBound) else { return nil }
        var index = end
        while index < line.upperBound, text[index].isBlank { index += 1 }
        guard index < line.upperBound else { return nil }
        let next = index + 1 < line.upperBound ? text[index + 1] : 0x20
        switch text[index] {
        case UInt8(ascii: "="):
            guard next != UInt8(ascii: "="), next != UInt8(ascii: "~") else { return nil }
            index += next == UInt8(ascii: ">") ? 2 : 1
            return Setting(
                key: key, separator: UInt8(ascii: "="), separatorEnd: index,
                value: text.trimmed(index..<line.upperBound))
        case UInt8(ascii: ":"):
            if next == UInt8(ascii: "=") { index += 1 }
            guard next.isSpace || next == UInt8(ascii: "=") || isDotted(text, key) else { return nil }
            guard next != UInt8(ascii: "/") else { return nil }
            return Setting(
                key: key, separator: next == 0x3d ? 0x3d : 0x3a, separatorEnd: index + 1,
                value: text.trimmed(index + 1..<line.upperBound))
        default:
            guard index > end, isDotted(text, key) else { return nil }
            return Setting(
                key: key, separator: UInt8(ascii: " "), separatorEnd: index, value: index..<line.upperBound)
        }
    }

    private static func key(_ text: Span<UInt8>, _ range: Range<Int>) -> (key: Range<Int>, end: Int)? {
        guard let first = range.first else { return nil }
        if text[first] == 0x22 || text[first] == 0x27 {
            let inside = first + 1..<min(range.upperBound, first + 256)
            guard let end = text.position(of: text[first], in: inside), end > first + 1 else { return nil }
            return (first + 1..<end, end + 1)
        }
        guard text[first].isLetter || text[first] == 0x5f || text[first] == 0x24 else { return nil }
        var index = first
        while index < range.upperBound, index - first < 256, isKey(text[index]) { index += 1 }
        return index > first ? (first..<index, index) : nil
    }

    private static func isKey(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == 0x5f || byte == 0x2d || byte == 0x2e || byte == 0x2f || byte == 0x24
    }

    /// Whether a key has a dot inside.
    static func isDotted(_ text: Span<UInt8>, _ key: Range<Int>) -> Bool {
        guard let dot = text.position(of: UInt8(ascii: "."), in: key) else { return false }
        return dot > key.lowerBound && dot + 1 < key.upperBound
    }

    /// Behind a word such as `export` that declares what follows.
    private static func behindDeclaration(_ text: Span<UInt8>, _ line: Range<Int>) -> Int {
        let words: [StaticString] = ["export ", "const ", "let ", "var ", "set ", "ENV ", "ARG ", "declare -x "]
        for word in words where text.has(word, at: line.lowerBound) && line.count > word.utf8CodeUnitCount {
            return text.trimmed(line.lowerBound + word.utf8CodeUnitCount..<line.upperBound).lowerBound
        }
        return line.lowerBound
    }
}
