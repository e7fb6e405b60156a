internal import MigrationModel
internal import StructuredText

/// A scan report as the document that JSON and YAML print; `Schemas/scan-report.v1.schema.json` describes it.
///
/// The keys are asked for one at a time, so that a report of many keys is never in memory a second time.
struct ScanDocument {
    /// The version of the document; it changes when a reader of the old one would be misled.
    static let version = "keyshift.scan/v1"

    let report: ScanReport
    let toolVersion: String

    /// The whole document.
    var parts: [DocumentPart] {
        let services = KeyServices(report.trace)
        return head.map(DocumentPart.member) + [
            .list("keys", report.keys) { $0.document(with: services[$0.name]) },
            .list("services", report.trace.services, \.document),
            .list("groups", report.trace.groups, \.document),
            .list("identities", report.trace.identities, \.document),
            .list("findings", report.trace.findings, \.document),
            .member("blindSpots", .strings(report.trace.blindSpots)),
            .list("problems", report.problems, \.document),
            .list("expiredAllowances", report.expiredAllowances, \.document),
            .list("unusedAllowances", report.unusedAllowances, \.document),
            .list("inputs", report.inputs, \.document),
        ]
    }

    /// The members before the lists.
    var head: [StructuredValue.Member] {
        [
            .init("version", .string(Self.version)),
            .init("tool", Self.tool(toolVersion)),
            .init("generated", .string(report.generated)),
            .init("summary", SummaryDocument(of: report).value),
        ]
    }

    /// The program that made the report.
    static func tool(_ version: String) -> StructuredValue {
        ["name": "keyshift", "version": .string(version)]
    }
}

extension StructuredValue {
    /// A text, or `null` where there is none.
    static func optional(_ text: String?) -> StructuredValue { text.map(StructuredValue.string) ?? .null }

    /// A truth, or `null` where it is not known.
    static func optional(_ truth: Bool?) -> StructuredValue { truth.map(StructuredValue.bool) ?? .null }

    /// A number, or `null` where there is none.
    static func optional(_ number: Int?) -> StructuredValue { number.map(StructuredValue.integer) ?? .null }

    /// A list of texts.
    static func strings(_ texts: some Sequence<String>) -> StructuredValue {
        .sequence(texts.map(StructuredValue.string))
    }

    /// The members of a mapping; none for anything else.
    var members: [Member] {
        guard case .mapping(let members) = self else { return [] }
        return members
    }
}
