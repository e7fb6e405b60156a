public import MigrationModel

/// The inventory as a ticket: a table of ServiceAccounts, findings, tokens, and what was not read.
///
/// In the dialect of GitHub, which other trackers read as well.
public struct IdentityMarkdownFormat: IdentityFormat {
    /// `-o markdown`.
    public static let name = "markdown"

    /// Creates the format.
    public init() {}

    /// Prints a title, the summary, the ServiceAccounts, and the lists of what else a person should know.
    public func render(_ report: IdentityReport, _ setting: RenderSetting, to write: (String) -> Void) {
        let records = report.recordsWithStory
        let namesInputs = report.inputs.count > 1
        write("# Identities\n\n" + summary(report, untold: report.records.count - records.count))
        if !records.isEmpty {
            write("\n" + Self.head)
            for record in records {
                write(Self.row(RecordDescription(record: record, now: report.generated, namesInput: namesInputs)))
            }
        }
        for list in Self.lists(of: report, namesInputs: namesInputs) where !list.isEmpty { list.render(to: write) }
    }

    private static let head = """
        | ServiceAccount | Identity | Workloads | Owner | Changed | Notes |
        | --- | --- | --- | --- | --- | --- |

        """

    private static func row(_ record: RecordDescription) -> String {
        let hasIdentity = !record.record.identities.isEmpty
        let cells = [
            MarkdownText.code(record.name),
            record.identities.map(hasIdentity ? MarkdownText.code : MarkdownText.prose).joined(separator: "<br>"),
            MarkdownText.prose(record.workloads),
            MarkdownText.prose(record.record.owner),
            MarkdownText.prose(record.change ?? ""),
            (record.managers + [record.input].compactMap(\.self)).map(MarkdownText.prose).joined(separator: "<br>"),
        ]
        return "| " + cells.joined(separator: " | ") + " |\n"
    }

    private static func lists(of report: IdentityReport, namesInputs: Bool) -> [MarkdownList] {
        [
            .findings(report.findings, namesInputs: namesInputs),
            MarkdownList(
                "Secrets with a ServiceAccount token that never ends", report.records.flatMap(\.legacyTokens)
            ) { token in
                let facts = token.facts(now: report.generated).joined(separator: ", ")
                return "\(MarkdownText.code(token.object.words)) \(MarkdownText.prose(facts))"
            },
            MarkdownList(
                "ServiceAccounts that mount a token nobody needs",
                report.records.filter { $0.mountsNeedlessToken == true }
            ) { MarkdownText.code($0.serviceAccount.words) },
            .problems("Not read", report.problems.filter { $0.severity == .notScanned }),
            .problems("Warnings", report.problems.filter { $0.severity == .warning }),
        ]
    }

    private func summary(_ report: IdentityReport, untold: Int) -> String {
        let summary = IdentitySummary(report, untold: untold)
        let verdict = summary.verdict.map { "**\(MarkdownText.prose($0))**\n\n" } ?? ""
        return verdict + MarkdownText.prose(summary.line) + "\n\nRead "
            + MarkdownText.code(report.generated) + "\n"
    }
}
