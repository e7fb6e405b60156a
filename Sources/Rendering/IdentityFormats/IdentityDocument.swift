internal import MigrationModel
internal import StructuredText

/// An inventory as the document that JSON and YAML print; `Schemas/identity-report.v1.schema.json` describes it.
struct IdentityDocument {
    /// The version of the document; it changes when a reader of the old one would be misled.
    static let version = "keyshift.identities/v1"

    let report: IdentityReport
    let toolVersion: String

    /// The whole document.
    var parts: [DocumentPart] {
        head.map(DocumentPart.member) + [
            .list("serviceAccounts", report.records, \.document),
            .list("findings", report.findings, \.document),
            .list("problems", report.problems, \.document),
            .list("inputs", report.inputs, \.document),
        ]
    }

    /// The members before the lists.
    var head: [StructuredValue.Member] {
        [
            .init("version", .string(Self.version)),
            .init("tool", ScanDocument.tool(toolVersion)),
            .init("generated", .string(report.generated)),
            .init("summary", summary),
        ]
    }

    /// The numbers; every mechanism is listed, also with 0, so that readers need no special case.
    private var summary: StructuredValue {
        let counts = IdentityCounts(report)
        return [
            "serviceAccounts": .integer(report.records.count),
            "withIdentity": .integer(counts.withIdentity),
            "byMechanism": .mapping(
                Mechanism.allCases.map { .init($0.rawValue, .integer(counts.mechanisms[$0] ?? 0)) }),
            "findings": .integer(report.findings.count),
            "legacyTokens": .integer(counts.legacyTokens),
            "needlessTokens": .integer(counts.needlessTokens),
            "needUnknown": .integer(counts.needUnknown),
            "inputs": .integer(report.inputs.count),
            "objects": .integer(report.inputs.reduce(0) { $0 &+ $1.objects }),
            "bytes": .integer(report.inputs.reduce(0) { $0 &+ $1.bytes }),
            "partial": .bool(report.isPartial),
        ]
    }
}
