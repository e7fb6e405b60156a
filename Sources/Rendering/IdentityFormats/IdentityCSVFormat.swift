public import MigrationModel

/// The inventory for a spreadsheet: a header, and a row per ServiceAccount and identity, RFC 4180.
///
/// A ServiceAccount without an identity has one row with empty cells for it.
public struct IdentityCSVFormat: IdentityFormat {
    /// `-o csv`.
    public static let name = "csv"

    private static let header = [
        "cluster", "namespace", "service_account", "mechanism", "principal", "evidence", "owner", "last_change",
        "managers", "workloads", "legacy_tokens", "mounts_needless_token", "findings",
    ]

    /// Creates the format.
    public init() {}

    /// Prints the rows, ended by CR LF.
    public func render(_ report: IdentityReport, _ setting: RenderSetting, to write: (String) -> Void) {
        write(CSVRow.text(Self.header))
        let findings = RecordFindings(report.findings)
        for record in report.records {
            let name = [record.input, record.serviceAccount.namespace ?? "", record.serviceAccount.name]
            let rest = Self.cells(of: record, findings.codes(of: record))
            let identities = record.identities.map { [$0.mechanism.rawValue, $0.principal, $0.evidence.rawValue] }
            for identity in identities.isEmpty ? [["", "", ""]] : identities {
                write(CSVRow.text(name + identity + rest))
            }
        }
    }

    private static func cells(of record: IdentityRecord, _ codes: [IdentityFinding.Code]) -> [String] {
        let workloads = record.services.prefix(CSVRow.mostNames).map(\.object.description)
        let rest = record.services.count - workloads.count
        return [
            record.owner, record.lastChange ?? "", record.managers.map(\.words).joined(separator: "; "),
            (workloads + (rest > 0 ? ["and \(rest) more"] : [])).joined(separator: "; "),
            record.legacyTokens.map(\.object.name).joined(separator: "; "),
            record.mountsNeedlessToken.map { $0 ? "true" : "false" } ?? "",
            codes.map(\.rawValue).joined(separator: " "),
        ]
    }
}
