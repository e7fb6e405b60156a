import StructuredText

/// Shell commands: assignments (`A=b`) and options (`--key value`, `--key=value`) among other words.
///
/// What is not one of the two stays unstructured text, so a text that is no command loses nothing.
struct CommandLineFormat: TextFormat {
    func recognises(_ text: Span<UInt8>, named name: String) -> Bool {
        let range = text.trimmed
        // The dashes around a private key (RFC 7468) are no options.
        guard !text.has("-----BEGIN", at: range.lowerBound) else { return false }
        var (hasSpace, hasMark) = (false, false)
        for index in range {
            let byte = text[index]
            if byte.isSpace { hasSpace = true }
            hasMark = hasMark || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "-")
            if byte == 0 { return false }
            if hasSpace, hasMark { return true }
        }
        return false
    }

    func emit(_ text: Span<UInt8>, into fields: FieldExpansion, at position: FieldPosition) -> Bool {
        var words = ShellWords()
        var residue: Residue?
        var scope = position.scope
        var option: Range<Int>?
        var value: [UInt8] = []
        while let word = words.next(in: text) {
            let isOption = text[word.range.lowerBound] == UInt8(ascii: "-") && word.range.count > 1
            var found: (name: Range<Int>, value: Range<Int>)?
            if let equals = word.equals, equals + 1 < word.range.upperBound {
                found = (word.range.lowerBound..<equals, equals + 1..<word.range.upperBound)
                option = nil
            } else if isOption {
                option = word.range.count <= 64 ? word.range : nil
            } else if let name = option {
                found = (name, word.range)
                option = nil
            }
            if word.endsCommand { option = nil }
            guard let found else { continue }
            if residue == nil {
                residue = Residue(of: text)
                scope = fields.openScope(in: position.scope)
            }
            value.removeAll(keepingCapacity: true)
            ShellWords.append(text, found.value, to: &value)
            residue?.blank(found.value)
            fields.expand(value.span, field: text.string(found.name), scope: scope)
        }
        guard let residue else { return false }
        residue.hand(to: fields, at: position)
        return true
    }
}
