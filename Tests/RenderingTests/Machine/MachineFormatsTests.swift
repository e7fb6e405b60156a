import Foundation
import MigrationModel
import Rendering
import Testing

/// The complete texts of the formats for programs.
struct MachineFormatsTests {
    static let formats: [any ScanFormat] = [
        JSONFormat(), YAMLFormat(), JSONLinesFormat(), CSVFormat(), SARIFFormat(),
    ]
    static let graphs: [any ScanFormat] = [DotFormat(), MermaidFormat()]

    @Test(arguments: ["json", "yaml", "jsonl", "csv", "sarif", "dot", "mermaid"])
    func isListed(name: String) throws {
        let format = try #require(ScanFormats.named(name))
        #expect(type(of: format).name == name)
    }

    @Test func printsEverything() throws {
        for format in Self.formats + Self.graphs {
            try expectBaseline(format.text(of: MachineReports.full), name("full", format))
        }
    }

    @Test func printsNothingFound() throws {
        for format in Self.formats + Self.graphs {
            try expectBaseline(format.text(of: MachineReports.empty), name("empty", format))
        }
    }

    @Test func printsAPartialScan() throws {
        for format in Self.formats + Self.graphs {
            try expectBaseline(format.text(of: MachineReports.partial), name("partial", format))
        }
    }

    @Test func hasNoHiddenCharacters() {
        for format in ScanFormats.all {
            let found = hiddenCharacters(in: format.text(of: MachineReports.full))
            #expect(found.isEmpty, "\(type(of: format))")
        }
    }

    /// Not one giant text: each piece holds a key at most.
    @Test func printsKeyByKey() {
        let report = ScanReport(
            generated: "2026-11-21T08:00:00Z", inputs: [],
            keys: Array(repeating: MachineReports.paired, count: 300))
        for format in Self.formats {
            var largest = 0
            var total = 0
            format.render(report, MachineReports.setting) { piece in
                largest = max(largest, piece.utf8.count)
                total += piece.utf8.count
            }
            #expect(largest < 12_000, "\(type(of: format))")
            #expect(total > 150_000, "\(type(of: format))")
        }
    }

    @Test func isTheSameAsFoundationReads() throws {
        let text = JSONFormat().text(of: MachineReports.full)
        let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let keys = try #require(document["keys"] as? [[String: Any]])
        let carriers = try #require(keys[0]["carriers"] as? [[String: Any]])
        let object = try #require(carriers[2]["object"] as? [String: Any])
        #expect(object["name"] as? String == MachineReports.hostile.name)
        #expect(object["namespace"] as? String == MachineReports.hostile.namespace)
    }

    /// A key of a thousand services is named once for each, and people and trackers get the first of them.
    @Test func listsAThousandServices() {
        let services = (1...1000).map { number in
            WorkloadName(
                input: MachineReports.input,
                object: ObjectReference(
                    apiVersion: "apps/v1", kind: "Deployment", namespace: "prod", name: "crowd-\(number)"))
        }
        var report = MachineReports.empty
        report.keys = [MachineReports.paired]
        report.trace.services = services.map { Service(name: $0) }
        report.trace.consumptions = services.map { service in
            Consumption(
                key: KeyName(kind: .awsAccessKey, id: MachineReports.paired.identity.id), service: service,
                object: service.object, container: "api", reception: .variable("A"), carrier: MachineReports.secret)
        }
        // In the key, and in the list of services; in JSON the object of each consumption as well.
        let named = [
            "json": 3000, "yaml": 3000, "jsonl": 3000, "csv": 150, "sarif": 63, "table": 10, "markdown": 20, "dot": 20,
            "mermaid": 10,
        ]
        for format in ScanFormats.all {
            let name = type(of: format).name
            #expect(format.text(of: report).ranges(of: "crowd-").count == named[name], "\(name)")
        }
    }

    private func name(_ report: String, _ format: any ScanFormat) -> String {
        report + "." + type(of: format).name
    }
}

/// What steers a terminal or cannot be seen, besides line breaks.
func hiddenCharacters(in text: String) -> [Unicode.Scalar] {
    let harmful: [ClosedRange<UInt32>] = [
        0...0x09, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0xE0000...0xE007F,
    ]
    return text.unicodeScalars.filter { scalar in harmful.contains { $0.contains(scalar.value) } }
}
