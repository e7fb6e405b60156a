import StructuredText

/// `Name=value;Name=value`, as Azure and ADO.NET write connection strings.
///
/// Source: https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string
struct ConnectionStringFormat: TextFormat {
    func recognises(_ text: Span<UInt8>, named name: String) -> Bool {
        let range = text.trimmed
        guard text.contains(UInt8(ascii: ";"), in: range), !text.contains(UInt8(ascii: "\n"), in: range) else {
            return false
        }
        var (segments, start, isFirst) = (0, range.lowerBound, true)
        while start < range.upperBound {
            let segment = segment(text, start..<range.upperBound)
            let content = text.trimmed(segment)
            start = segment.upperBound + 1
            defer { isFirst = false }
            if content.isEmpty { continue }
            if key(text, content) != nil {
                segments += 1
            } else if !isFirst || text.position(of: "://", in: content) == nil {
                return false
            }
        }
        return segments >= 2
    }

    func emit(_ text: Span<UInt8>, into fields: FieldExpansion, at position: FieldPosition) -> Bool {
        let scope = fields.openScope(in: position.scope)
        let range = text.trimmed
        var start = range.lowerBound
        while start < range.upperBound {
            let segment = segment(text, start..<range.upperBound)
            let content = text.trimmed(segment)
            start = segment.upperBound + 1
            if let key = key(text, content) {
                let value = text.trimmed(key.upperBound + 1..<content.upperBound)
                fields.expand(text.extracting(value), field: text.string(text.trimmed(key)), scope: scope)
            } else if !content.isEmpty {
                fields.expand(text.extracting(content), at: position)
            }
        }
        return true
    }

    private func segment(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
        range.lowerBound..<(text.position(of: UInt8(ascii: ";"), in: range) ?? range.upperBound)
    }

    /// The name of a segment: words of letters before an equals sign.
    private func key(_ text: Span<UInt8>, _ segment: Range<Int>) -> Range<Int>? {
        guard segment.count > 1, text[segment.lowerBound].isLetter, !text.has("export ", at: segment.lowerBound) else {
            return nil
        }
        for index in segment.prefixRange(64) {
            let byte = text[index]
            if byte == UInt8(ascii: "=") { return segment.lowerBound..<index }
            guard byte.isLetterOrDigit || byte == 0x20 || byte == 0x5f || byte == 0x2d || byte == 0x2e else {
                return nil
            }
        }
        return nil
    }
}
