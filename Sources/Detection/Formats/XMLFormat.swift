import StructuredText

/// XML: elements, attributes, and pairs of name and value as Hadoop (`core-site.xml`), Java and .NET write settings.
///
/// The pairs of one parent share a scope. Comments are searched as they stand; nothing outside of the text is ever read.
struct XMLFormat: TextFormat {
    func recognises(_ text: Span<UInt8>, named name: String) -> Bool {
        let range = text.trimmed
        guard let first = range.first, text[first] == UInt8(ascii: "<"), range.count > 6 else { return false }
        let next = text[first + 1]
        guard
            next.isLetter || next == UInt8(ascii: "?") || text.has("<!--", at: first)
                || text.has("<!DOCTYPE", at: first)
        else { return false }
        return text.contains(UInt8(ascii: ">"), in: range)
    }

    func emit(_ text: Span<UInt8>, into fields: FieldExpansion, at position: FieldPosition) -> Bool {
        var elements = XMLElements(into: fields, at: position)
        var scanner = XMLScanner()
        while let token = scanner.next(in: text) {
            switch token {
            case .open(let tag, let isEmpty):
                elements.open(tag, text)
                if isEmpty { elements.close(tag.name, text) }
            case .close(let name): elements.close(name, text)
            case .text(let range): elements.append(text, range, hasEntities: true)
            case .cdata(let range): elements.append(text, range, hasEntities: false)
            case .comment: continue
            }
        }
        elements.finish()
        comments(text).hand(to: fields, at: position)
        return true
    }

    private func comments(_ text: Span<UInt8>) -> Residue {
        var residue = Residue(of: text)
        var (scanner, from) = (XMLScanner(), 0)
        while let token = scanner.next(in: text) {
            guard case .comment(let range) = token else { continue }
            residue.blank(from..<range.lowerBound)
            from = range.upperBound
        }
        residue.blank(from..<text.count)
        return residue
    }
}
