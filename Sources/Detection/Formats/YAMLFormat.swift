import MigrationModel
import StructuredText

/// YAML mappings and lists, one document or several, such as the manifest of a Helm release.
struct YAMLFormat: TextFormat {
    func recognises(_ text: Span<UInt8>, named name: String) -> Bool {
        var lines = LineCursor(0..<text.count)
        while let line = lines.next(in: text) {
            let range = text.trimmed(line)
            guard let first = range.first, text[first] != UInt8(ascii: "#"), !isMarker(text, line),
                text[first] != UInt8(ascii: "%")
            else { continue }
            return isEntry(text, range)
        }
        return false
    }

    func emit(_ text: Span<UInt8>, into fields: FieldExpansion, at position: FieldPosition) -> Bool {
        let documents = documents(text)
        guard documents.count != 1 else { return emit(text, documents[0], into: fields, at: position) }
        for (index, document) in documents.enumerated() {
            fields.within(.index(index)) {
                if emit(text, document, into: fields, at: position) { return }
                fields.interpret(text.extracting(document), at: position, as: TextFormats.byLine)
            }
        }
        return !documents.isEmpty
    }

    private func emit(
        _ text: Span<UInt8>, _ range: Range<Int>, into fields: FieldExpansion, at position: FieldPosition
    ) -> Bool {
        let document = text.extracting(range)
        guard fields.read(document, as: .yaml, at: position) else { return false }
        if let comments = YAMLComments.residue(document) { comments.hand(to: fields, at: position) }
        return true
    }

    /// The documents that are not empty.
    private func documents(_ text: Span<UInt8>) -> [Range<Int>] {
        var documents: [Range<Int>] = []
        var (start, isEmpty) = (0, true)
        var lines = LineCursor(0..<text.count)
        while let line = lines.next(in: text) {
            if isMarker(text, line) {
                if !isEmpty { documents.append(start..<line.lowerBound) }
                (start, isEmpty) = (line.lowerBound, line.count == 3)
            } else if isEmpty, let first = text.trimmed(line).first, text[first] != UInt8(ascii: "#") {
                isEmpty = false
            }
        }
        if !isEmpty { documents.append(start..<text.count) }
        return documents
    }

    private func isMarker(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        guard line.count >= 3, text.has("---", at: line.lowerBound) else { return false }
        return line.count == 3 || text[line.lowerBound + 3].isBlank
    }

    /// Whether a line is an entry of a list or a key with a value.
    private func isEntry(_ text: Span<UInt8>, _ line: Range<Int>) -> Bool {
        let first = text[line.lowerBound]
        if first == UInt8(ascii: "-") { return line.count > 1 && text[line.lowerBound + 1].isBlank }
        if first == UInt8(ascii: "{") { return !text.has("{{", at: line.lowerBound) && line.count > 1 }
        guard let setting = SettingLine.setting(text, line) else { return false }
        guard setting.separator == UInt8(ascii: ":") else { return false }
        let behind = setting.separatorEnd
        return behind == line.upperBound || text[behind].isBlank
    }
}
