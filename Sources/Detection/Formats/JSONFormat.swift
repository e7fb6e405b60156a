import MigrationModel
import StructuredText

/// JSON objects and arrays (RFC 8259), and JSON lines.
struct JSONFormat: TextFormat {
    func recognises(_ text: Span<UInt8>, named name: String) -> Bool {
        let range = text.trimmed
        guard let first = range.first, range.count >= 2 else { return false }
        var second = first + 1
        while second < text.count, text[second].isSpace { second += 1 }
        guard second < text.count else { return false }
        switch (text[first], text[second]) {
        case (UInt8(ascii: "{"), UInt8(ascii: "\"")), (UInt8(ascii: "{"), UInt8(ascii: "}")): return true
        // Neither a section of INI nor one of TOML, in two pairs of brackets.
        case (UInt8(ascii: "["), UInt8(ascii: "[")): return second + 1 < text.count && !text[second + 1].isLetter
        case (UInt8(ascii: "["), let byte):
            return byte == 0x22 || byte == 0x7b || byte == 0x5d || byte == 0x2d || (byte >= 0x30 && byte <= 0x39)
        default: return false
        }
    }

    func emit(_ text: Span<UInt8>, into fields: FieldExpansion, at position: FieldPosition) -> Bool {
        guard isLines(text) else { return fields.read(text, as: .json, at: position) }
        var lines = LineCursor(text.trimmed)
        var index = 0
        while let line = lines.next(in: text) {
            let range = text.trimmed(line)
            guard !range.isEmpty else { continue }
            let item = text.extracting(range)
            fields.within(.index(index)) {
                if !fields.read(item, as: .json, at: position) { fields.searchUnstructured(item, at: position) }
            }
            index += 1
        }
        return true
    }

    /// Whether each of the first two lines is an object of its own.
    private func isLines(_ text: Span<UInt8>) -> Bool {
        var lines = LineCursor(text.trimmed)
        var objects = 0
        while objects < 2 {
            guard let line = lines.next(in: text) else { return false }
            let range = text.trimmed(line)
            guard !range.isEmpty else { continue }
            guard range.count > 1, text[range.lowerBound] == 0x7b, text[range.upperBound - 1] == 0x7d else {
                return false
            }
            objects += 1
        }
        return true
    }
}
