public import MigrationModel
internal import StructuredText

/// The report for code-scanning services: SARIF 2.1.0, a rule per kind of key, a result per key and place.
///
/// https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html
public struct SARIFFormat: ScanFormat {
    /// `-o sarif`.
    public static let name = "sarif"

    private let resultLimit: Int

    /// Creates the format.
    public init() { self.init(resultLimit: SARIFSelection.limit) }

    /// Creates the format for a service that takes so many results.
    init(resultLimit: Int) { self.resultLimit = resultLimit }

    /// Prints a log with one run, result by result.
    public func render(_ report: ScanReport, _ setting: RenderSetting, to write: (String) -> Void) {
        let selection = SARIFSelection(of: report, limit: resultLimit)
        let run: [StructuredValue.Member] = [
            .init("tool", Self.tool(setting)),
            .init("invocations", [SARIFInvocation(of: report, selection).value]),
            .init("columnKind", "unicodeCodePoints"),
        ]
        write("{\n    \"$schema\": \"https://json.schemastore.org/sarif-2.1.0.json\",\n    \"version\": \"2.1.0\",\n")
        write("    \"runs\": [\n        {\n")
        for member in run {
            write("            \"\(member.key)\": " + MachineText.block(member.value, indentation: 12) + ",\n")
        }
        Self.writeResults(of: report, selection, to: write)
        write("        }\n    ]\n}\n")
    }

    private static func tool(_ setting: RenderSetting) -> StructuredValue {
        let driver: StructuredValue = [
            "name": "keyshift",
            "version": .string(setting.toolVersion),
            "rules": .sequence(SARIFRules.all.map(\.descriptor)),
        ]
        return ["driver": driver]
    }

    private static func writeResults(
        of report: ScanReport, _ selection: SARIFSelection, to write: (String) -> Void
    ) {
        var selection = selection
        var isFirst = true
        let services = KeyServices(report.trace)
        write("            \"results\": [")
        for key in report.keys {
            var fingerprints = SARIFFingerprints(of: key.identity)
            let receivers = services[key.name]
            for sighting in key.sightings {
                // Also for what is left out, so that the fingerprints do not depend on the limit.
                let fingerprint = fingerprints.next(for: sighting.place)
                guard selection.takes(sighting) else { continue }
                let result = SARIFResult(
                    key: key, sighting: sighting, services: receivers, fingerprint: fingerprint)
                write((isFirst ? "\n" : ",\n") + "                " + MachineText.block(result.value, indentation: 16))
                isFirst = false
            }
        }
        write(isFirst ? "]\n" : "\n            ]\n")
    }
}
