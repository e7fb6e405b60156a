public import MigrationModel

/// The report as a graph for Graphviz: key → carrier → service → identity.
///
/// At most 100 keys with 20 services each are drawn, which is more than a person can look at; notes in the graph count what
/// is left out. The language: https://graphviz.org/doc/info/lang.html.
public struct DotFormat: ScanFormat {
    /// `-o dot`.
    public static let name = "dot"

    static let limits = ServiceGraph.Limits(keys: 100, services: 20)

    /// Creates the format.
    public init() {}

    /// Prints a directed graph, a line for each node and edge.
    public func render(_ report: ScanReport, _ setting: RenderSetting, to write: (String) -> Void) {
        let graph = ServiceGraphBuilder.graph(of: report, Self.limits)
        write("digraph keyshift {\n    rankdir=LR;\n")
        write("    node [fontname=\"Helvetica\", style=filled];\n    edge [fontname=\"Helvetica\", fontsize=10];\n")
        for node in graph.nodes {
            let label = node.texts.map(Self.escaped).joined(separator: "\\n")
            write("    \(node.id) [label=\"\(label)\", \(Self.look(of: node.kind))];\n")
        }
        for edge in graph.edges {
            let label = edge.label.isEmpty ? [] : ["label=\"\(Self.escaped(ServiceGraph.label(edge.label)))\""]
            let look = label + (edge.isPossible ? ["style=dashed"] : [])
            write("    \(edge.from) -> \(edge.to)\(look.isEmpty ? "" : " [\(look.joined(separator: ", "))]");\n")
        }
        write("}\n")
    }

    private static func look(of kind: ServiceGraph.Node.Kind) -> String {
        switch kind {
        case .key: "shape=octagon, fillcolor=\"#fde0dd\""
        case .carrier: "shape=cylinder, fillcolor=\"#fff7bc\""
        case .service: "shape=box, fillcolor=\"#deebf7\""
        case .identity: "shape=ellipse, fillcolor=\"#e5f5e0\""
        case .idle: "shape=box, style=\"dashed,rounded\""
        case .note: "shape=plaintext, style=\"\""
        }
    }

    /// The text in a quoted label, in which a backslash begins an escape (https://graphviz.org/docs/attr-types/escString/)
    /// and an ampersand an entity of HTML.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
