internal import StructuredText

/// A file that people write, read as one YAML document in which everything knows its line.
enum LocatedDocument {
    /// Reads the root of a file.
    ///
    /// - Parameters:
    ///   - bytes: the file.
    ///   - owner: what it is, as in "The allowlist".
    ///   - start: what an empty file should begin with.
    ///   - problems: receives what is no YAML and fields that stand twice.
    /// - Returns: the root; `nil` when there is none or it is not YAML.
    static func read(_ bytes: [UInt8], owner: String, start: String, problems: FieldProblems) -> LocatedNode? {
        let builder = LocatedNodeBuilder()
        var reader = YAMLReader()
        do throws(SyntaxProblem) {
            try reader.read(bytes.span, into: builder)
        } catch {
            problems.report(
                .notYAML, at: error.offset, "\(owner) is not YAML: \(error.message).",
                advice: "Correct the line, or what comes just before it.")
            return nil
        }
        for (key, offset) in builder.duplicateKeys {
            problems.report(
                .duplicateField, at: offset, "The field\(PlainWord.quoted(key)) stands twice in one mapping.",
                advice: "Keep one of the two.")
        }
        guard let root = builder.root, !root.isNull else {
            problems.report(.notYAML, at: 0, "\(owner) is empty.", advice: "Start it with \(start).")
            return nil
        }
        return root
    }
}
