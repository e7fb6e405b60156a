import MigrationModel
import Rendering

extension MachineReports {
    static let identities = IdentityReport(
        generated: "2026-11-21T08:00:00Z", inputs: full.inputs, records: records, findings: findings,
        problems: problems)

    static let noIdentities = IdentityReport(
        generated: "2026-11-21T08:00:00Z", inputs: empty.inputs, records: [])
}

extension IdentityFormat {
    /// The whole text of a report.
    func text(of report: IdentityReport, _ setting: RenderSetting = MachineReports.setting) -> String {
        var text = ""
        render(report, setting) { text += $0 }
        return text
    }
}
