import Foundation
import MigrationModel
import Rendering
import Testing

/// The complete texts of the formats for programs.
struct MachineFormatsTests {
    static let formats: [any ScanFormat] = [
        JSONFormat(), YAMLFormat(), JSONLinesFormat(), CSVFormat(), SARIFFormat(),
    ]

    @Test(arguments: ["json", "yaml", "jsonl", "csv", "sarif"])
    func isListed(name: String) throws {
        let format = try #require(ScanFormats.named(name))
        #expect(type(of: format).name == name)
    }

    @Test func printsEverything() throws {
        for format in Self.formats { try expectBaseline(format.text(of: MachineReports.full), name("full", format)) }
    }

    @Test func printsNothingFound() throws {
        for format in Self.formats { try expectBaseline(format.text(of: MachineReports.empty), name("empty", format)) }
    }

    @Test func printsAPartialScan() throws {
        for format in Self.formats {
            try expectBaseline(format.text(of: MachineReports.partial), name("partial", format))
        }
    }

    @Test func hasNoHiddenCharacters() {
        let harmful: [ClosedRange<UInt32>] = [
            0...0x09, 0x0B...0x0C, 0x0E...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0xE0000...0xE007F,
        ]
        for format in Self.formats {
            let text = format.text(of: MachineReports.full)
            let found = text.unicodeScalars.filter { scalar in harmful.contains { $0.contains(scalar.value) } }
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

    private func name(_ report: String, _ format: any ScanFormat) -> String {
        report + "." + type(of: format).name
    }
}
