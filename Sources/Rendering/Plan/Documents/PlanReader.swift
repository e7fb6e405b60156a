public import MigrationModel
internal import StructuredText

/// Reads a `plan.yaml` back.
public enum PlanReader {
    /// The plan of a file.
    ///
    /// Nothing is passed over: a member that no plan has, or one that is there twice, is refused, since whoever wrote it meant
    /// something by it.
    ///
    /// - Parameter bytes: the file, YAML or JSON in UTF-8.
    /// - Returns: the plan.
    /// - Throws: ``PlanReadingProblem`` with the path and the line of the first thing that cannot be right.
    public static func plan(from bytes: [UInt8]) throws(PlanReadingProblem) -> Plan { try read(bytes).plan }

    /// The plan of a file, and its id.
    ///
    /// - Parameter bytes: the file, YAML or JSON in UTF-8.
    /// - Returns: the plan, and what ``PlanIdentity/id(of:)`` says of it.
    /// - Throws: ``PlanReadingProblem``, as ``plan(from:)`` does.
    public static func identifiedPlan(
        from bytes: [UInt8]
    ) throws(PlanReadingProblem) -> (plan: Plan, id: String) {
        let (plan, document) = try read(bytes)
        return (plan, PlanIdentity.id(of: SharedReasons.fold(document)))
    }

    /// The plan, and how it is encoded, which takes as long as reading it and is needed to compare it with the file.
    private static func read(
        _ bytes: [UInt8]
    ) throws(PlanReadingProblem) -> (plan: Plan, document: StructuredValue) {
        let (node, unused) = SharedReasons.unfold(try tree(of: bytes))
        let (plan, encoded): (Plan, StructuredValue) = try document(from: node, of: bytes, value: PlanDocument.plain)
        if let unused {
            throw PlanReadingProblem(
                path: "\(SharedReasons.table).\(unused.key)", line: 1, message: "No service has these reasons.")
        }
        return (plan, encoded)
    }

    /// The world of a file `world.yaml`.
    ///
    /// - Parameter bytes: the file, YAML or JSON in UTF-8.
    /// - Returns: the world.
    /// - Throws: ``PlanReadingProblem``, as ``plan(from:)`` does.
    public static func world(from bytes: [UInt8]) throws(PlanReadingProblem) -> World {
        try document(from: try tree(of: bytes), of: bytes, value: WorldDocument.value).value
    }

    private static func document<Value: Decodable>(
        from node: Node, of bytes: [UInt8], value: (Value) -> StructuredValue
    ) throws(PlanReadingProblem) -> (value: Value, encoded: StructuredValue) {
        if let version = node["version"]?.text, version != "1" {
            throw PlanReadingProblem(
                path: "version", line: 1, message: "This program reads version 1 of the format only.")
        }
        let document: Value
        do throws(DecodingProblem) {
            document = try StructuredDecoder.decode(Value.self, from: node)
        } catch {
            throw PlanReadingProblem(
                path: error.path, line: line(of: error.offset, in: bytes), message: error.message)
        }
        let encoded = value(document)
        if let unknown = UnknownMember.first(in: node, beside: encoded) {
            throw PlanReadingProblem(
                path: unknown.path, line: line(of: unknown.offset, in: bytes),
                message: "The format has no such member.")
        }
        return (document, encoded)
    }

    private static func tree(of bytes: [UInt8]) throws(PlanReadingProblem) -> Node {
        let builder = TreeBuilder()
        var reader = YAMLReader()
        do throws(SyntaxProblem) {
            try reader.read(bytes.span, into: builder)
        } catch {
            throw PlanReadingProblem(path: "", line: line(of: error.offset, in: bytes), message: error.message)
        }
        if let duplicate = builder.duplicateKeys.first {
            throw PlanReadingProblem(
                path: duplicate.key, line: line(of: duplicate.offset, in: bytes), message: "It is there twice.")
        }
        guard let node = builder.finish() else {
            throw PlanReadingProblem(path: "", line: 1, message: "The file is empty.")
        }
        return node
    }

    private static func line(of offset: Int?, in bytes: [UInt8]) -> Int {
        bytes.prefix(offset ?? 0).count { $0 == UInt8(ascii: "\n") } + 1
    }
}

/// Why a file is no plan.
public struct PlanReadingProblem: Error, Hashable, Sendable {
    /// The way to what cannot be right: `steps[3].action`; empty for the file itself.
    public var path: String
    /// The line, from 1; for a member that is missing, the line of the mapping that should have it.
    public var line: Int
    /// What is the matter, in one sentence, harmless to print.
    public var message: String

    /// Creates a problem.
    public init(path: String, line: Int, message: String) {
        self.path = TerminalText.harmless(path)
        self.line = line
        self.message = TerminalText.harmless(message)
    }
}

/// A member of a document that its value does not have.
private struct UnknownMember {
    /// The way to it: `steps[3].action.verb`.
    var path: String
    /// Where its first scalar begins, in bytes.
    var offset: Int?

    /// The first of them, of which the path is put together on the way back.
    static func first(in node: Node, beside value: StructuredValue) -> UnknownMember? {
        switch (node, value) {
        case (.mapping(let members), .mapping(let known)):
            // A document that was written by this program has its members in the same order.
            var next = 0
            var places: [String: Int]?
            for member in members {
                if next >= known.count || known[next].key != member.key {
                    let table =
                        places
                        ?? Dictionary(known.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { $1 })
                    places = table
                    guard let place = table[member.key] else {
                        if isNull(member.value) { continue }
                        return UnknownMember(path: member.key, offset: offset(of: member.value))
                    }
                    next = place
                }
                if let found = first(in: member.value, beside: known[next].value) { return found.below(member.key) }
                next += 1
            }
        case (.sequence(let elements), .sequence(let known)):
            for (index, pair) in zip(elements, known).enumerated() {
                if let found = first(in: pair.0, beside: pair.1) { return found.below("[\(index)]") }
            }
        default: break
        }
        return nil
    }

    private func below(_ name: String) -> UnknownMember {
        UnknownMember(path: path.hasPrefix("[") ? name + path : "\(name).\(path)", offset: offset)
    }

    /// A member that is spelled out as `null` says what leaving it out says.
    private static func isNull(_ node: Node) -> Bool {
        guard case .scalar(let scalar) = node else { return false }
        return !scalar.quoted && scalar.bytes.elementsEqual("null".utf8)
    }

    private static func offset(of node: Node) -> Int? {
        switch node {
        case .scalar(let scalar): scalar.offset
        case .sequence(let elements): elements.lazy.compactMap(offset).first
        case .mapping(let members): members.lazy.compactMap { offset(of: $0.value) }.first
        }
    }
}
