import MigrationModel
import StructuredText
import Testing

@testable import ClusterDump

/// Collects objects that stand in the text of a test.
enum Collected {
    /// What is gathered from documents, in YAML and in JSON, heard from another reader and read again: it has to be the same.
    static func objects(_ documents: String..., sourceLocation: SourceLocation = #_sourceLocation) -> ClusterObjects {
        let nodes = documents.compactMap(tree)
        let fromYAML = collect(zip(nodes, documents).map { ($0, $1, .yaml) })
        let fromJSON = collect(nodes.map { ($0, $0.json, .json) })
        #expect(fromYAML == fromJSON, sourceLocation: sourceLocation)
        #expect(heard(zip(nodes, documents).map { ($0, $1, .yaml) }) == fromYAML, sourceLocation: sourceLocation)
        #expect(heard(nodes.map { ($0, $0.json, .json) }) == fromYAML, sourceLocation: sourceLocation)
        return fromYAML
    }

    /// What is gathered from documents of one syntax.
    static func objects(_ text: String, as syntax: Syntax, inherited: RawDocument.InheritedType? = nil)
        -> ClusterObjects
    {
        collect([(tree(text) ?? .mapping([]), text, syntax)], inherited)
    }

    /// The only template of the only workload.
    static func template(_ document: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> PodTemplate {
        let workloads = objects(document, sourceLocation: sourceLocation).workloads
        #expect(workloads.count == 1, sourceLocation: sourceLocation)
        return try #require(workloads.first?.templates.first, sourceLocation: sourceLocation)
    }

    /// The only container of a Pod with these lines in it.
    static func container(_ lines: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Container {
        let indented = lines.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
        let pod = """
            apiVersion: v1
            kind: Pod
            metadata: {name: p}
            spec:
              containers:
              - name: app
            \(indented)
            """
        return try #require(template(pod, sourceLocation: sourceLocation).containers.first)
    }

    private static func heard(_ documents: [(tree: Node, text: String, syntax: Syntax)]) -> ClusterObjects {
        collect(documents, nil, isHeard: true)
    }

    private static func collect(
        _ documents: [(tree: Node, text: String, syntax: Syntax)], _ inherited: RawDocument.InheritedType? = nil,
        isHeard: Bool = false
    ) -> ClusterObjects {
        var collector = ObjectCollector()
        for (index, (tree, text, syntax)) in documents.enumerated() {
            let document = RawDocument(
                input: "dump", syntax: syntax, isItem: false, offset: index, line: 1, inherited: inherited)
            let bytes = Array(text.utf8)
            if isHeard {
                collector.expect(document)
                document.read(bytes, into: collector.listener)
            }
            collector.collect(bytes.span, of: document, header: header(of: tree, inherited))
        }
        return CollectedObjects.merge([collector.finish()])
    }

    /// What the screen would say of an object.
    static func header(of tree: Node, _ inherited: RawDocument.InheritedType? = nil) -> ObjectHeader {
        ObjectHeader(
            reference: ObjectReference(
                apiVersion: tree["apiVersion"]?.text ?? inherited?.apiVersion ?? "",
                kind: tree["kind"]?.text ?? inherited?.kind ?? "", namespace: tree["metadata"]?["namespace"]?.text,
                name: tree["metadata"]?["name"]?.text ?? ""),
            secretType: tree["type"]?.text ?? "")
    }

    /// The document as far as it can be parsed.
    static func tree(_ text: String) -> Node? {
        let builder = TreeBuilder()
        var reader = YAMLReader()
        try? reader.read(Array(text.utf8).span, into: builder)
        return builder.finish()
    }
}

extension RawDocument {
    /// Hands out the text as whoever reads a document for another reason does; what is wrong with it is their business.
    func read(_ bytes: [UInt8], into visitor: any DocumentVisitor) {
        if syntax == .json {
            var reader = JSONReader()
            try? reader.read(bytes.span, into: visitor)
        } else {
            var reader = YAMLReader()
            try? reader.read(bytes.span, into: visitor)
        }
    }
}

extension Node {
    /// The same as JSON.
    var json: String {
        switch self {
        case .mapping(let members):
            "{" + members.map { "\(Self.quoted($0.key)):\($0.value.json)" }.joined(separator: ",") + "}"
        case .sequence(let elements): "[" + elements.map(\.json).joined(separator: ",") + "]"
        case .scalar(let scalar):
            !scalar.quoted && scalar.bytes.isEmpty
                ? "null" : scalar.quoted || !Self.isLiteral(text ?? "") ? Self.quoted(text ?? "") : text ?? ""
        }
    }

    private static func isLiteral(_ text: String) -> Bool {
        ["true", "false", "null"].contains(text) || Int(text) != nil
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\t": "\\t"
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }
}
