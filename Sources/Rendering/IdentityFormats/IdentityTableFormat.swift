public import MigrationModel

/// The inventory for a person at a terminal: a line per ServiceAccount that has anything to tell.
///
/// On a terminal lines go on in the next one and names lose their middle; elsewhere nothing is cut.
public struct IdentityTableFormat: IdentityFormat {
    /// `-o table`, the default.
    public static let name = "table"

    /// Creates the format.
    public init() {}

    /// Prints ServiceAccounts, findings, tokens, what was not read, a summary and the next command.
    public func render(_ report: IdentityReport, _ setting: RenderSetting, to write: (String) -> Void) {
        let namesInputs = report.inputs.count > 1
        let records = report.recordsWithStory
        let rows = records.map { record in
            Self.row(RecordDescription(record: record, now: report.generated, namesInput: namesInputs))
        }
        let name = rows.reduce(0) { max($0, min($1[0].width, Self.widest)) }
        for row in rows {
            var flow = LineFlow(setting)
            flow.line([row[0].padded(to: name)] + row.dropFirst(), continuation: 4)
            write(flow.text)
        }
        if !records.isEmpty { write("\n") }
        for section in Self.sections(of: report, namesInputs: namesInputs) {
            var flow = LineFlow(setting)
            section.add(to: &flow)
            flow.gap()
            write(flow.text)
        }
        write(conclusion(report, setting, untold: report.records.count - records.count))
    }

    /// Columns beyond which one long name does not push all others away.
    private static let widest = 60

    private static func row(_ record: RecordDescription) -> [StyledText] {
        let hasIdentity = !record.record.identities.isEmpty
        let isUsed = !record.record.services.isEmpty
        var pieces = [StyledText(record.name, .bold)]
        pieces += record.identities.map { StyledText($0, hasIdentity ? .plain : .dim) }
        pieces.append(StyledText(record.workloads, isUsed ? .plain : .yellow, .wraps))
        pieces += ([record.owner, record.change] + record.managers + [record.input]).compactMap(\.self).map {
            StyledText($0, .dim)
        }
        return pieces
    }

    private static func sections(of report: IdentityReport, namesInputs: Bool) -> [TableSection] {
        let tokens = report.records.flatMap(\.legacyTokens)
        let needless = report.records.filter { $0.mountsNeedlessToken == true }
        return [
            TableSection.findings(report.findings, namesInputs: namesInputs),
            tokens.isEmpty
                ? nil
                : TableSection("Secrets with a ServiceAccount token that never ends", tokens) { token in
                    .init(
                        line: ([token.object.words] + token.facts(now: report.generated)).map { StyledText($0) })
                },
            needless.isEmpty
                ? nil
                : TableSection("ServiceAccounts that mount a token nobody needs", needless) { record in
                    let names = Wording.list(record.services.map { "\($0.object.kind) \($0.object.name)" }, most: 3)
                    return .init(line: [StyledText(record.serviceAccount.words), StyledText(names, .plain, .wraps)])
                },
            TableSection.problems("Not read", report.problems.filter { $0.severity == .notScanned }),
            TableSection.problems("Warnings", report.problems.filter { $0.severity == .warning }),
        ].compactMap(\.self)
    }

    private func conclusion(_ report: IdentityReport, _ setting: RenderSetting, untold: Int) -> String {
        var flow = LineFlow(setting)
        let summary = IdentitySummary(report, untold: untold)
        if let verdict = summary.verdict { flow.line([StyledText(verdict, .bold, .wraps)], continuation: 0) }
        flow.line([StyledText(summary.line, .plain, .wraps)], continuation: 2)
        // Never wrapped, so that it can be copied.
        let next = IdentityNextCommand(report: report, arguments: setting.arguments).line
        return flow.text + TerminalText.harmless(next) + "\n"
    }
}

extension IdentityReport {
    /// The ServiceAccounts that have an identity or a finding; the others are only counted for people.
    var recordsWithStory: [IdentityRecord] {
        let findings = RecordFindings(findings)
        return records.filter { !$0.identities.isEmpty || !findings.codes(of: $0).isEmpty }
    }
}
