import MigrationModel
internal import StructuredText

/// Jobs: one Pod that has to end well, tried again until the limit.
enum JobController: Controller {
    static func reconcile(_ world: inout WorldState) {
        for job in world.cluster.list(.job) where job.condition("Complete") == nil && job.condition("Failed") == nil {
            guard job.at("spec", "suspend") != .bool(true) else { continue }
            let pods = world.cluster.owned(by: job, .pod)
            let failed = pods.count { $0.at("status", "phase")?.text == "Failed" }
            let succeeded = pods.count { $0.at("status", "phase")?.text == "Succeeded" }
            let active = pods.count - failed - succeeded
            let isOver = failed > job.at("spec", "backoffLimit")?.number ?? 6
            if succeeded == 0, active == 0, !isOver {
                let labels = ["batch.kubernetes.io/job-name": job.name, "job-name": job.name]
                PodCreation.create(
                    job, named: "\(job.name)-\(world.cluster.nextLetters(5))", labels: labels, &world)
            }
            report(job, active, succeeded, failed, isOver, &world)
        }
        for job in world.cluster.list(.job) where isExpired(job, world.now) {
            world.cluster.delete(job, .job, world.now)
        }
    }

    private static func report(
        _ job: StructuredValue, _ active: Int, _ succeeded: Int, _ failed: Int, _ isOver: Bool,
        _ world: inout WorldState
    ) {
        var status = StructuredValue.counting([("active", active), ("failed", failed), ("succeeded", succeeded)])
        status.set(job.at("status", "startTime") ?? world.now.value, at: "startTime")
        if succeeded > 0 {
            status = status.with(conditions: [("Complete", true, "CompletionsReached")])
            status.set(world.now.value, at: "completionTime")
        } else if isOver {
            status = status.with(conditions: [("Failed", true, "BackoffLimitExceeded")])
        }
        world.cluster.setStatus(status, of: job, .job)
    }

    private static func isExpired(_ job: StructuredValue, _ now: Timestamp) -> Bool {
        guard let seconds = job.at("spec", "ttlSecondsAfterFinished")?.number,
            let end = job.time("status", "completionTime")
        else { return false }
        return now.seconds(since: end) >= seconds
    }
}
