import StructuredText
import Testing

@testable import ScanBenchmark

struct TracingDumpTests {
    private func objects(secrets: Int = 10_000, workloads: Int = 1000) throws -> [Node] {
        var dump = TracingDump(format: .compact, secrets: secrets, workloads: workloads)
        var text = ""
        dump.write { text += $0 }
        var reader = JSONReader()
        let tree = TreeBuilder()
        try reader.read(Array(text.utf8).span, into: tree)
        return try #require(tree.finish()?["items"]).elements
    }

    private func name(_ object: Node) -> String {
        "\(object["metadata"]?["namespace"]?.text ?? "")/\(object["metadata"]?["name"]?.text ?? "")"
    }

    private func podSpec(_ object: Node) -> Node? {
        let spec = object["spec"]
        return (spec?["jobTemplate"]?["spec"] ?? spec)?["template"]?["spec"] ?? spec
    }

    /// The Secrets that a workload names, with its namespace.
    private func references(_ object: Node) -> [String] {
        let container = podSpec(object)?["containers"]?.elements.first
        let names =
            (container?["env"]?.elements ?? []).map { $0["valueFrom"]?["secretKeyRef"]?["name"]?.text }
            + (container?["envFrom"]?.elements ?? []).map { $0["secretRef"]?["name"]?.text }
            + (podSpec(object)?["volumes"]?.elements ?? []).map { $0["secret"]?["secretName"]?.text }
        let namespace = object["metadata"]?["namespace"]?.text ?? ""
        return names.compactMap { $0 }.map { "\(namespace)/\($0)" }
    }

    @Test func isTheSameEachTime() throws {
        let texts = (0..<2).map { _ in
            var text = ""
            var dump = TracingDump(format: .compact, secrets: 30, workloads: 20)
            dump.write { text += $0 }
            return text
        }
        #expect(texts[0] == texts[1])
    }

    @Test func hasTheNumbersAskedFor() throws {
        let objects = try objects()
        let secrets = objects.filter { $0["kind"]?.text == "Secret" }
        #expect(secrets.count == 10_000)
        #expect(secrets.filter { $0["data"]?["AWS_ACCESS_KEY_ID"] != nil }.count == 1000)
        #expect(Set(secrets.compactMap { $0["data"]?["AWS_ACCESS_KEY_ID"]?.text }).count == 800)
        #expect(objects.filter { podSpec($0)?["containers"] != nil }.count == 1000)
    }

    @Test func refersOnlyToSecretsOfTheSameNamespace() throws {
        let objects = try objects()
        let secrets = Set(objects.filter { $0["kind"]?.text == "Secret" }.map(name))
        let references = objects.flatMap(references)
        #expect(references.count > 2000)
        #expect(references.filter { !secrets.contains($0) } == [])
    }

    @Test func letsAThirdOfTheWorkloadsReceiveAKey() throws {
        let objects = try objects()
        let carriers = Set(objects.filter { $0["data"]?["AWS_ACCESS_KEY_ID"] != nil }.map(name))
        let receivers = objects.filter { !carriers.isDisjoint(with: references($0)) }
        #expect((300...367).contains(receivers.count))
    }

    @Test func worksWithoutAnySecret() throws {
        #expect(try objects(secrets: 0, workloads: 5).filter { podSpec($0)?["containers"] != nil }.count == 5)
    }
}
