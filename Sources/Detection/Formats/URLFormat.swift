import MigrationModel
import StructuredText

/// A URL with user information or a query, such as `s3://ID:SECRET@host/bucket?region=eu-west-1` (RFC 3986).
///
/// User, password and parameters become fields; the rest of the URL, which names an endpoint, stays a field in place of it.
struct URLFormat: TextFormat {
    private struct Parts {
        var schemeEnd: Int
        var userInfo: Range<Int>?
        var hostStart: Int
        var query: Range<Int>?
        var fragment: Range<Int>
    }

    func recognises(_ text: Span<UInt8>, named name: String) -> Bool {
        guard let parts = parts(text) else { return false }
        return parts.userInfo != nil || parts.query.map { text.contains(UInt8(ascii: "="), in: $0) } ?? false
    }

    func emit(_ text: Span<UInt8>, into fields: FieldExpansion, at position: FieldPosition) -> Bool {
        guard let parts = parts(text) else { return false }
        let scope = fields.openScope(in: position.scope)
        if let userInfo = parts.userInfo {
            let colon = text.position(of: UInt8(ascii: ":"), in: userInfo) ?? userInfo.upperBound
            emit(text, userInfo.lowerBound..<colon, "user", fields, scope)
            emit(text, min(colon + 1, userInfo.upperBound)..<userInfo.upperBound, "password", fields, scope)
        }
        if let query = parts.query { QueryFormat.emit(text, query, into: fields, scope: scope) }
        var rest = [UInt8](copying: text.extracting(text.trimmed.lowerBound..<parts.schemeEnd))
        let end = parts.query.map { $0.lowerBound - 1 } ?? parts.fragment.lowerBound
        rest.append(contentsOf: [UInt8](copying: text.extracting(parts.hostStart..<end)))
        rest.append(contentsOf: [UInt8](copying: text.extracting(parts.fragment)))
        fields.searchUnstructured(rest.span, at: position)
        return true
    }

    private func emit(_ text: Span<UInt8>, _ range: Range<Int>, _ name: String, _ fields: FieldExpansion, _ scope: Int)
    {
        fields.within(.field(name)) {
            fields.expandComponent(text.extracting(range), at: FieldPosition(name: name, scope: scope))
        }
    }

    private func parts(_ text: Span<UInt8>) -> Parts? {
        let range = text.trimmed
        guard range.count > 6, text[range.lowerBound].isLetter, let schemeEnd = schemeEnd(text, range) else {
            return nil
        }
        for index in range where text[index].isSpace || text[index] == 0x22 { return nil }
        let rest = schemeEnd..<range.upperBound
        let fragment = text.position(of: UInt8(ascii: "#"), in: rest) ?? range.upperBound
        let question = text.position(of: UInt8(ascii: "?"), in: schemeEnd..<fragment)
        let hierarchy = schemeEnd..<(question ?? fragment)
        let at = lastAt(text, hierarchy)
        return Parts(
            schemeEnd: schemeEnd, userInfo: at.map { schemeEnd..<$0 }, hostStart: at.map { $0 + 1 } ?? schemeEnd,
            query: question.map { $0 + 1..<fragment }, fragment: fragment..<range.upperBound)
    }

    private func schemeEnd(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
        for index in range.prefixRange(40) {
            let byte = text[index]
            if byte == UInt8(ascii: ":"), text.has("://", at: index) { return min(index + 3, range.upperBound) }
            // Schemes of Java stand before others: `jdbc:postgresql://`.
            guard byte.isLetterOrDigit || byte == 0x2b || byte == 0x2d || byte == 0x2e || byte == 0x3a else {
                return nil
            }
        }
        return nil
    }

    /// Where the user information ends.
    ///
    /// A secret with a slash that was not encoded is still part of it.
    private func lastAt(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
        let slash = text.position(of: UInt8(ascii: "/"), in: range) ?? range.upperBound
        let authority = range.lowerBound..<slash
        if let at = last(text, authority) { return at }
        guard let colon = text.position(of: UInt8(ascii: ":"), in: authority), colon + 1 < slash else { return nil }
        for index in colon + 1..<slash where !(text[index] >= 0x30 && text[index] <= 0x39) { return last(text, range) }
        return nil
    }

    private func last(_ text: Span<UInt8>, _ range: Range<Int>) -> Int? {
        range.last { text[$0] == UInt8(ascii: "@") }
    }
}
