import MigrationModel

/// Which key gets through which carrier to which service, and the identity of that: nodes and edges for people to look at.
///
/// Ids are numbered in the order of the report, so that the same report makes the same graph.
struct ServiceGraph {
    private(set) var nodes: [Node] = []
    private(set) var edges: [Edge] = []

    /// One thing in the graph.
    struct Node {
        let id: String
        let kind: Kind
        /// What it says, as it came from the cluster.
        let lines: [String]

        /// What a node stands for; the shape tells it, colour only helps.
        enum Kind: String, CaseIterable {
            case key
            case carrier
            case service
            case identity
            /// Of no use yet: a carrier without a consumer, a ServiceAccount without an identity.
            case idle
            /// What the graph leaves out.
            case note
        }
    }

    /// One way between two nodes.
    struct Edge {
        let from: String
        let to: String
        let label: String
        /// Whether nothing says for certain that it is there.
        let isPossible: Bool
    }

    /// How much of a report is drawn; the rest is counted in notes.
    struct Limits {
        /// Keys, those first that no allowance covers.
        var keys: Int
        /// Services of one key, and its carriers that have no consumer.
        var services: Int
    }

    /// Adds a node with the next number of its letter.
    mutating func node(_ letter: Character, _ kind: Node.Kind, _ lines: [String]) -> String {
        let id = "\(letter)\(nodes.count + 1)"
        nodes.append(Node(id: id, kind: kind, lines: lines.filter { !$0.isEmpty }))
        return id
    }

    /// Adds an edge.
    mutating func edge(_ from: String, _ to: String, _ label: String = "", isPossible: Bool = false) {
        edges.append(Edge(from: from, to: to, label: label, isPossible: isPossible))
    }
}

extension ServiceGraph.Node {
    /// The lines without anything that steers or cannot be seen, each in few enough columns for a graph.
    var texts: [String] { lines.map(ServiceGraph.label) }
}

extension ServiceGraph {
    /// The columns of a line; names may be 253 characters long.
    static let columns = 60

    /// A line that may stand in a label.
    static func label(_ text: String) -> String {
        TerminalText.shortened(TerminalText.harmless(text), to: columns)
    }
}
