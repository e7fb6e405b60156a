import MigrationModel
import StructuredText

/// `name=value&name=value`, the form encoding of HTML, alone or behind the question mark of a URL.
struct QueryFormat: TextFormat {
    func recognises(_ text: Span<UInt8>, named name: String) -> Bool {
        let range = text.trimmed
        guard text.contains(UInt8(ascii: "&"), in: range), range.lowerBound == 0 else { return false }
        var start = range.lowerBound
        var pairs = 0
        for index in range.lowerBound...range.upperBound {
            if index < range.upperBound {
                if text[index].isSpace { return false }
                guard text[index] == UInt8(ascii: "&") else { continue }
            }
            guard text.position(of: UInt8(ascii: "="), in: start..<index) ?? start > start else { return false }
            (start, pairs) = (index + 1, pairs + 1)
        }
        return pairs >= 2
    }

    func emit(_ text: Span<UInt8>, into fields: FieldExpansion, at position: FieldPosition) -> Bool {
        Self.emit(text, text.trimmed, into: fields, scope: fields.openScope(in: position.scope))
        return true
    }

    /// Hands in the parameters of a range.
    static func emit(_ text: Span<UInt8>, _ range: Range<Int>, into fields: FieldExpansion, scope: Int) {
        var start = range.lowerBound
        while start < range.upperBound {
            let end = text.position(of: UInt8(ascii: "&"), in: start..<range.upperBound) ?? range.upperBound
            let equals = text.position(of: UInt8(ascii: "="), in: start..<end)
            let name = equals.map { text.string(start..<$0) } ?? ""
            let value = text.extracting((equals.map { $0 + 1 } ?? start)..<end)
            let position = FieldPosition(name: name, scope: scope)
            if name.isEmpty {
                fields.expandComponent(value, at: position)
            } else {
                fields.within(.field(name)) { fields.expandComponent(value, at: position) }
            }
            start = end + 1
        }
    }
}
