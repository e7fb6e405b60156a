public import MigrationModel
internal import StructuredText

/// The document of ``JSONFormat`` as YAML in kubectl's shape.
public struct YAMLFormat: ScanFormat {
    /// `-o yaml`.
    public static let name = "yaml"

    /// Creates the format.
    public init() {}

    /// Prints the document key by key.
    public func render(_ report: ScanReport, _ setting: RenderSetting, to write: (String) -> Void) {
        let document = ScanDocument(report: report, toolVersion: setting.toolVersion)
        write(MachineText.yaml(.mapping(document.head)))
        write(report.keys.isEmpty ? "keys: []\n" : "keys:\n")
        // An element stands at the indentation of `keys`, as the only element of a document does.
        for key in report.keys { write(MachineText.yaml(.sequence([key.document]))) }
        write(MachineText.yaml(.mapping(document.tail)))
    }
}
