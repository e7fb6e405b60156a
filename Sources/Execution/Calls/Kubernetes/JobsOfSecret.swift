import MigrationModel
import StructuredText

/// The Jobs of a CronJob that are not over and take values from a Secret, also in a Pod that has yet to start.
struct JobsOfSecret {
    private let cronJob: ObjectReference
    private let secret: String
    private let access: KubernetesAccess
    /// For how many milliseconds it is worth waiting, as for a Job.
    private static let patience = 3_600_000

    init(_ cronJob: ObjectReference, _ secret: String, _ access: KubernetesAccess) {
        self.cronJob = cronJob
        self.secret = secret
        self.access = access
    }

    /// Waits until there is none; nothing to wait for where the workload is no CronJob.
    ///
    /// A Job makes Pods from its own template until it is over, whatever became of the template of its CronJob; see
    /// [Jobs](https://kubernetes.io/docs/concepts/workloads/controllers/job/#handling-pod-and-container-failures).
    func end(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) {
        guard cronJob.kind == "CronJob" else { return }
        var waited = 0
        while let job = try await unfinished() {
            if waited == 0 { progress("\(cronJob): its Job \(job) still uses the Secret \(secret)") }
            guard waited < Self.patience else {
                throw AccessProblem(
                    .unavailable, "The Job \(job) of \(cronJob) still uses the Secret \(secret).",
                    advice: "See what it waits for, or delete it; then run this again.")
            }
            try await access.pause(RolloutStep.pause, for: "\(cronJob)")
            waited += RolloutStep.pause
        }
    }

    private func unfinished() async throws(AccessProblem) -> String? {
        guard let live = try await access.object(cronJob), let uid = live.value(at: "/metadata/uid")?.text else {
            throw Drift.missing(cronJob)
        }
        return try await access.list("jobs.batch", in: cronJob.namespace)
            .first { OwnedPods.owner(of: $0) == uid && !Self.isOver($0) && refers($0) }?
            .value(at: "/metadata/name")?.text
    }

    private static func isOver(_ job: StructuredValue) -> Bool {
        job.value(at: "/status/conditions")?.elements.contains { condition in
            ["Complete", "Failed"].contains(condition["type"]?.text) && condition["status"]?.text == "True"
        } ?? false
    }

    private func refers(_ job: StructuredValue) -> Bool {
        let spec = job.value(at: "/spec/template/spec")
        let containers = (spec?["containers"]?.elements ?? []) + (spec?["initContainers"]?.elements ?? [])
        return containers.flatMap { $0["env"]?.elements ?? [] }.contains {
            $0.value(at: "/valueFrom/secretKeyRef/name")?.text == secret
        }
    }
}
