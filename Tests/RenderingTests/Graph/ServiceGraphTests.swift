import MigrationModel
import Testing

@testable import Rendering

struct ServiceGraphTests {
    private func graph(_ report: ScanReport, keys: Int = 10, services: Int = 10) -> ServiceGraph {
        ServiceGraphBuilder.graph(of: report, ServiceGraph.Limits(keys: keys, services: services))
    }

    private func lines(_ kind: ServiceGraph.Node.Kind, in graph: ServiceGraph) -> [[String]] {
        graph.nodes.filter { $0.kind == kind }.map(\.lines)
    }

    @Test func drawsWhatIsSharedOnce() {
        let graph = graph(SampleTraces.reported)
        #expect(lines(.key, in: graph).count == 3)
        #expect(lines(.service, in: graph).count == 3)
        #expect(lines(.carrier, in: graph) == [["Secret shop/aws-credentials"], ["Secret shop/google"]])
        #expect(
            lines(.identity, in: graph)
                == [["ServiceAccount shop/order-api", "IRSA arn:aws:iam::123456789012:role/order-api"]])
        #expect(Set(graph.nodes.map(\.id)).count == graph.nodes.count)
        #expect(graph.edges.count { $0.isPossible } == 1)
    }

    @Test func countsWhatItLeavesOut() {
        let few = graph(SampleTraces.reported, keys: 1, services: 1)
        #expect(
            lines(.note, in: few) == [
                ["… and 2 more services", "-o json lists all"],
                ["2 more keys not drawn (-o json lists all)", "not in the input: Pods, CronJobs"],
            ])
    }

    @Test func countsServicesWithoutAKey() {
        var report = SampleTraces.reported
        report.trace.consumptions = []
        report.trace.blindSpots = []
        #expect(lines(.note, in: graph(report)) == [["not drawn: 3 services without a static key"]])
    }

    @Test func saysThatThereIsNothing() {
        #expect(graph(SampleReports.empty).nodes.map(\.lines) == [["No static keys found."]])
    }

    /// Mermaid refuses 501 edges and 50,001 characters; the labels are as long as they get.
    @Test func keepsWithinWhatMermaidTakes() {
        var report = SampleReports.empty
        report.keys = (1...300).map { number in
            var key = SampleReports.paired
            key.identity.id = "AKIA\(number)"
            key.sightings = (1...30).map { place in
                SampleReports.sighting(
                    SampleReports.secret("\(number)-\(place)-" + String(repeating: "#", count: 253)), 1, [])
            }
            return key
        }
        var text = ""
        MermaidFormat().render(report, RenderSetting(toolVersion: "1")) { text += $0 }
        #expect(text.utf16.count <= MermaidFormat.mostCharacters)
        #expect(text.utf16.count > MermaidFormat.mostCharacters / 2)
        #expect(text.contains("more keys not drawn"))
        #expect(text.contains("and 20 more objects without a consumer"))
    }
}
