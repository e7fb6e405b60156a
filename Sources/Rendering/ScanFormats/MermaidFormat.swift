public import MigrationModel

/// The report as a graph for Mermaid, which trackers and documentation sites draw: key → carrier → service → identity.
///
/// As many keys are drawn, with 10 services each, as keep within what Mermaid takes unless it is told otherwise: 500 edges
/// and 50,000 characters (`maxEdges` and `maxTextSize` in https://mermaid.js.org/config/schema-docs/config.html). Notes in
/// the graph count what is left out.
public struct MermaidFormat: ScanFormat {
    /// `-o mermaid`.
    public static let name = "mermaid"

    static let mostEdges = 500
    static let mostCharacters = 50_000

    /// Creates the format.
    public init() {}

    /// Prints a flowchart, a line for each node and edge.
    public func render(_ report: ScanReport, _ setting: RenderSetting, to write: (String) -> Void) {
        // A key has an edge at least, so more of them never fit. One fits always, since labels are short.
        var least = 1
        var most = max(1, min(report.keys.count, Self.mostEdges))
        if Self.fits(report, most) { least = most }
        while least < most {
            let middle = (least + most + 1) / 2
            if Self.fits(report, middle) { least = middle } else { most = middle - 1 }
        }
        write(Self.text(Self.graph(of: report, least)))
    }

    private static func graph(of report: ScanReport, _ keys: Int) -> ServiceGraph {
        ServiceGraphBuilder.graph(of: report, ServiceGraph.Limits(keys: keys, services: 10))
    }

    private static func fits(_ report: ScanReport, _ keys: Int) -> Bool {
        let graph = graph(of: report, keys)
        return graph.edges.count <= mostEdges && text(graph).utf16.count <= mostCharacters
    }

    private static func text(_ graph: ServiceGraph) -> String {
        var text = "flowchart LR\n"
        for node in graph.nodes {
            let (open, close) = brackets(of: node.kind)
            let label = node.texts.map(escaped).joined(separator: "<br>")
            text += "    \(node.id)\(open)\"\(label)\"\(close):::\(node.kind.rawValue)\n"
        }
        for edge in graph.edges {
            let label = edge.label.isEmpty ? "" : "|\"\(escaped(ServiceGraph.label(edge.label)))\"|"
            text += "    \(edge.from) \(edge.isPossible ? "-.->" : "-->")\(label) \(edge.to)\n"
        }
        return text + styles
    }

    private static func brackets(of kind: ServiceGraph.Node.Kind) -> (String, String) {
        switch kind {
        case .key: ("{{", "}}")
        case .carrier: ("[(", ")]")
        case .service, .note: ("[", "]")
        case .identity: ("([", "])")
        case .idle: ("(", ")")
        }
    }

    private static let styles = """
            classDef key fill:#fde0dd,stroke:#c0392b,color:#000
            classDef carrier fill:#fff7bc,stroke:#b8860b,color:#000
            classDef service fill:#deebf7,stroke:#2b6cb0,color:#000
            classDef identity fill:#e5f5e0,stroke:#2f855a,color:#000
            classDef idle fill:#fff,stroke:#888,color:#000,stroke-dasharray:4
            classDef note fill:#fff,stroke:#fff,color:#000

        """

    /// The text in a quoted label: whatever could be syntax of Mermaid, Markdown or HTML as an entity code
    /// (https://mermaid.js.org/syntax/flowchart.html#special-characters-that-break-syntax).
    static func escaped(_ text: String) -> String {
        var result = ""
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let isBullet = index + 1 < scalars.count && scalars[index + 1] == " "
            if isPlain(scalar), !(isBullet && "-.".unicodeScalars.contains(scalar)) {
                result.unicodeScalars.append(scalar)
            } else {
                result += "#\(scalar.value);"
            }
        }
        return result
    }

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", "-", ".", "/", ":", ",": true
        default: scalar.value > 0x7F
        }
    }
}
