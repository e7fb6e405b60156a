import StructuredText

extension FieldExpansion {
    /// Reads a text as JSON or YAML; what stands behind an error is read line by line.
    ///
    /// - Returns: `false` when not even the first value could be read; nothing was handed in then.
    func read(_ text: Span<UInt8>, as syntax: Syntax, at position: FieldPosition) -> Bool {
        let walk = StructureWalk(self, parent: position.scope, secret: Self.isSecret(text) ? .embedded : .none)
        defer { walk.close() }
        do {
            switch syntax {
            case .json:
                var reader = JSONReader()
                try reader.read(text, into: walk)
            case .yaml:
                var reader = YAMLReader()
                try reader.read(text, into: walk)
            }
            return true
        } catch {
            walk.close()
            guard let offset = walk.lastEvent else { return false }
            var rest = Residue(of: text)
            rest.blank(0..<min(max(offset, 0), text.count))
            rest.hand(to: self, at: position, as: TextFormats.byLine)
            return true
        }
    }

    /// Whether the text says somewhere that its kind is Secret, in JSON or YAML.
    private static func isSecret(_ text: Span<UInt8>) -> Bool {
        var from = 0
        while let kind = text.position(of: "kind", in: from..<text.count) {
            from = kind + 4
            while from < text.count, text[from].isBlank || text[from] == 0x22 || text[from] == 0x3a { from += 1 }
            guard text.has("Secret", at: from) else { continue }
            if from + 6 == text.count || !text[from + 6].isLetterOrDigit { return true }
        }
        return false
    }
}
