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

    /// The members before `keys`.
    var head: [StructuredValue.Member] {
        [
            .init("version", .string(Self.version)),
            .init("tool", Self.tool(toolVersion)),
            .init("generated", .string(report.generated)),
            .init("summary", SummaryDocument(of: report).value),
        ]
    }

    /// The members after `keys`.
    var tail: [StructuredValue.Member] {
        [
            .init("problems", .sequence(report.problems.map(\.document))),
            .init("expiredAllowances", .sequence(report.expiredAllowances.map(\.document))),
            .init("unusedAllowances", .sequence(report.unusedAllowances.map(\.document))),
            .init("inputs", .sequence(report.inputs.map(\.document))),
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

    /// A number, or `null` where there is none.
    static func optional(_ number: Int?) -> StructuredValue { number.map(StructuredValue.integer) ?? .null }

    /// The members of a mapping; none for anything else.
    var members: [Member] {
        guard case .mapping(let members) = self else { return [] }
        return members
    }
}
