import MigrationModel
import StructuredText

/// Reads a document that may hold a key properly, and tells which keys it holds and where.
///
/// Keeps nothing of a document but what ``Examination`` has.
public struct ObjectExaminer {
    private let expander = FieldExpander()

    /// Creates an examiner.
    public init() {}

    /// Examines one document.
    ///
    /// - Parameters:
    ///   - bytes: its text; what cannot be parsed is searched as plain text.
    ///   - source: where it comes from and how to read it.
    /// - Returns: what it holds, and what is wrong with it.
    public func examine(_ bytes: Span<UInt8>, from source: DocumentSource) -> Examination {
        var result = Examination()
        let lines = LineCounter(bytes, first: source.line)
        let builder = TreeBuilder()
        let problem = source.read(bytes, into: builder)
        let tree = builder.finish()
        for object in tree?.listedObjects ?? [] {
            examine(object, describedAs: ObjectDescription(of: object, source), bytes, source, lines, &result)
        }
        if source.syntax == .yaml { examineComments(of: bytes, in: tree, source, lines, &result) }
        if let problem {
            let object = tree.flatMap { ObjectDescription(of: $0, source)?.reference }
            examineRest(bytes, after: problem, of: object, source, lines, &result)
        }
        for (key, offset) in builder.duplicateKeys {
            let object = tree.flatMap { ObjectDescription(of: $0, source)?.reference }
            result.problems.append(
                Problem(
                    .duplicateKey, input: source.input, line: lines.line(at: offset), offset: source.offset + offset,
                    object: object,
                    message: "the key \"\(key)\" stands twice in one mapping; both values were searched",
                    advice: "programs disagree on which one counts: remove one"))
        }
        return result
    }

    private func examine(
        _ object: Node, describedAs description: ObjectDescription?, _ bytes: Span<UInt8>, _ source: DocumentSource,
        _ lines: LineCounter, _ result: inout Examination
    ) {
        let reference = description?.reference
        let fields = expander.expand(object, kind: reference?.kind ?? "")
        let found = keySightings(in: fields)
        result.lookAlikes.merge(found.lookAlikes, uniquingKeysWith: +)
        var locator = LineLocator(lines)
        for match in found.matches {
            let place = Place(
                input: source.input, line: locator.line(of: match, in: bytes), object: reference, path: match.path)
            result.sightings.append(
                Sighting(key: match.identity, place: place, confidence: match.confidence, nature: match.nature))
        }
        if let description, !found.matches.isEmpty { result.carriers.append(description) }
        for problem in fields.problems {
            result.problems.append(
                Problem(
                    problem.code, input: source.input, line: source.line, offset: source.offset, object: reference,
                    message: "\(problem.path): \(Self.meaning(of: problem.code))",
                    advice: "look at this value yourself; it was searched as far as it could be decoded"))
        }
    }

    /// Searches the comments of a YAML document, which its reader drops.
    private func examineComments(
        of bytes: Span<UInt8>, in tree: Node?, _ source: DocumentSource, _ lines: LineCounter,
        _ result: inout Examination
    ) {
        guard let comments = YAMLComments.residue(bytes) else { return }
        let text = Node.scalar(Node.Scalar(bytes: comments.bytes, quoted: true, offset: 0))
        let description = tree.flatMap { ObjectDescription(of: $0, source) }
        examine(text, describedAs: description, bytes, source, lines, &result)
    }

    /// Searches what could not be parsed as a plain text, and reports why it could not.
    private func examineRest(
        _ bytes: Span<UInt8>, after problem: SyntaxProblem, of object: ObjectReference?, _ source: DocumentSource,
        _ lines: LineCounter, _ result: inout Examination
    ) {
        if problem.code != .invalidUTF8, problem.offset < bytes.count {
            // A line that broke in the middle is searched from its beginning.
            let start = lines.start(ofLineAt: problem.offset)
            let rest = bytes.extracting(start..<bytes.count)
            let text = Node.scalar(Node.Scalar(bytes: [UInt8](copying: rest), quoted: true, offset: start))
            examine(text, describedAs: nil, bytes, source, lines, &result)
        }
        guard !isTemplate(bytes, source, upTo: problem) else { return }
        result.problems.append(
            Problem(
                Self.code(of: problem, source.syntax), input: source.input, line: lines.line(at: problem.offset),
                offset: source.offset + problem.offset, object: object, message: problem.message,
                advice: "the rest of this document was searched as plain text; mend it and scan again"))
    }

    /// Whether a YAML file is a template, which becomes YAML only when a chart is rendered.
    ///
    /// Only what stands before the problem can have caused it, and nobody prints a list of templates: a dump that was cut off
    /// is not taken for one.
    private func isTemplate(_ bytes: Span<UInt8>, _ source: DocumentSource, upTo problem: SyntaxProblem) -> Bool {
        guard source.syntax == .yaml, !source.isItem, bytes.count > 1 else { return false }
        return (0..<min(problem.offset + 1, bytes.count - 1)).contains { index in
            bytes[index] == UInt8(ascii: "{") && bytes[index + 1] == UInt8(ascii: "{")
        }
    }

    private static func code(of problem: SyntaxProblem, _ syntax: Syntax?) -> ProblemCode {
        switch problem.code {
        case .truncated, .malformed: syntax == .yaml ? .malformedYAML : .malformedJSON
        case .invalidUTF8: .invalidUTF8
        case .tooDeep: .tooDeep
        case .aliasExpansion: .aliasBomb
        }
    }

    private static func meaning(of code: ProblemCode) -> String {
        switch code {
        case .secretNotBase64: "the value is not base64, though a Secret's data must be"
        case .damagedCompression: "the value is compressed, but damaged"
        case .expansionLimit: "the value expands beyond the limit"
        case .decodingDepth: "the value is wrapped more often than the limit"
        default: "the value could not be searched completely"
        }
    }
}
