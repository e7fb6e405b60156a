import MigrationModel
import Rendering
import Testing

/// The diagram is of a part of Mermaid that is small enough to check: no name can be anything but a label.
struct WaveDiagramTests {
    static let plans = [SamplePlans.full, SamplePlans.hostile]

    @Test(arguments: plans.indices)
    func isOfTheGrammar(index: Int) throws {
        let lines = try Self.diagram(of: Self.plans[index])
        #expect(lines.first == "flowchart LR")
        var open = 0
        var nodes: Set<Substring> = []
        for line in lines.dropFirst() {
            if let match = line.wholeMatch(of: #/\ \ subgraph\ (wave\d+)\["Wave\ \d+"\]/#) {
                open += 1
                #expect(nodes.insert(match.1).inserted)
            } else if line == "  end" {
                open -= 1
            } else if let match = line.wholeMatch(of: #/\ \ (wave\d+)\ -->\ (wave\d+)/#) {
                #expect(nodes.contains(match.1) && nodes.contains(match.2) && open == 0)
            } else if let match = line.wholeMatch(
                of: ##/\ {4}(s[0-9a-f]{12}|wave\d+more)\["(?:[A-Za-z0-9\ .\/\-]|#\d+;)+"\]/##)
            {
                #expect(nodes.insert(match.1).inserted && open == 1, "\(line)")
            } else {
                Issue.record("not of the grammar: \(line)")
            }
        }
        #expect(open == 0)
    }

    @Test func saysHowManyAreLeftOut() throws {
        let plan = SamplePlans.merged((1...23).map { SamplePlans.parts(name: "s\($0)") })
        #expect(try Self.diagram(of: plan).contains("    wave1more[\"and 3 more\"]"))
    }

    @Test func needsServicesThatMove() {
        let files = PlanFiles.files(of: Plan(), configuration: SamplePlans.configuration)
        #expect(files.first { $0.path == "README.md" }?.contents.contains("mermaid") == false)
    }

    private static func diagram(of plan: Plan) throws -> [Substring] {
        let files = PlanFiles.files(of: plan, configuration: SamplePlans.configuration)
        let text = try #require(files.first { $0.path == "README.md" }).contents
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex(of: "```mermaid"))
        return Array(lines[(start + 1)...].prefix { $0 != "```" })
    }
}
