import MigrationModel
import Rendering

extension MachineReports {
    static let explanation = Explanation(
        subject: .key(pairedName), key: paired,
        services: [
            ServiceExplanation(
                service: service, identities: records, consumptions: trace.consumptions, containers: containers,
                findings: findings)
        ], blindSpots: trace.blindSpots, generated: "2026-11-21T08:00:00Z", isPartial: true)

    static let noExplanation = Explanation(
        subject: .workload(names[1]), services: [], generated: "2026-11-21T08:00:00Z")
}

extension ExplanationFormat {
    /// The whole text of an explanation.
    func text(of explanation: Explanation, _ setting: RenderSetting = MachineReports.setting) -> String {
        var text = ""
        render(explanation, setting) { text += $0 }
        return text
    }
}
