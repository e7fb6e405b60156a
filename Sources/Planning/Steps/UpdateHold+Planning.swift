import MigrationModel
import StructuredText

extension UpdateHold {
    /// What keeps the other Pods back while one is the canary; `nil` where nothing has to, or nothing can.
    init?(for member: ServiceSelection.Member, _ form: RunCanary.Form) {
        guard let workload = member.workload, workload.updateStrategy != "OnDelete" else { return nil }
        switch form {
        case .partition:
            // Of one Pod, or none, the canary is the rollout.
            let partition = max(0, (workload.replicas ?? 1) - 1, workload.partition)
            let rolling: StructuredValue = ["partition": .integer(partition)]
            self.init(
                held: JSONWriter.text(for: ["type": "RollingUpdate", "rollingUpdate": rolling], pretty: false),
                former: workload.updateManifest)
        case .oneNode:
            self.init(
                held: JSONWriter.text(for: ["type": "OnDelete"], pretty: false), former: workload.updateManifest)
        case .twin, .manualJob, .copy: return nil
        }
    }
}
