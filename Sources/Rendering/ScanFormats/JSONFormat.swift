public import MigrationModel
internal import StructuredText

/// The report for programs: one JSON document with a version, described by `scan-report.v1.schema.json`.
public struct JSONFormat: ScanFormat {
    /// `-o json`.
    public static let name = "json"

    /// Creates the format.
    public init() {}

    /// Prints the document key by key, indented by four.
    public func render(_ report: ScanReport, _ setting: RenderSetting, to write: (String) -> Void) {
        let document = ScanDocument(report: report, toolVersion: setting.toolVersion)
        write("{\n")
        for member in document.head { write(Self.text(of: member) + ",\n") }
        Self.writeKeys(of: report, to: write)
        for (index, member) in document.tail.enumerated() {
            write((index == 0 ? "" : ",\n") + Self.text(of: member))
        }
        write("\n}\n")
    }

    private static func writeKeys(of report: ScanReport, to write: (String) -> Void) {
        write("    \"keys\": [")
        for (index, key) in report.keys.enumerated() {
            write((index == 0 ? "\n" : ",\n") + "        " + MachineText.block(key.document, indentation: 8))
        }
        write(report.keys.isEmpty ? "],\n" : "\n    ],\n")
    }

    private static func text(of member: StructuredValue.Member) -> String {
        "    \"\(member.key)\": " + MachineText.block(member.value, indentation: 4)
    }
}
