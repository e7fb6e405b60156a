import MigrationModel

/// What follows from the kind of the workload.
enum KindWarnings {
    static func sentences(_ facts: RunbookFacts) -> [String] {
        let namespace = MarkdownText.code(facts.service.workload.namespace ?? "")
        switch facts.service.workload.kind {
        case "CronJob":
            return [
                "It proves itself only when it runs: the wait before the key is deleted has to cover its schedule, and its "
                    + "being suspended."
            ]
        case "Job":
            return ["The template of a Job cannot be changed: a running Job keeps the key until it is made anew."]
        case "StatefulSet":
            return [
                "Its Pods are replaced one by one, the highest number first. A `partition` stops the rollout half-way; with "
                    + "the strategy OnDelete nothing is replaced until Pods are deleted.", budget(namespace),
            ]
        case "DaemonSet":
            return [
                "The rollout touches every node, a few at a time, and may take hours; with the strategy OnDelete nothing is "
                    + "replaced until Pods are deleted."
            ]
        case "Deployment", "ReplicaSet", "ReplicationController":
            return [
                "The canary has the labels of the other Pods and receives a share of their traffic.", budget(namespace),
            ]
        default:
            return ["It is of a kind that keyshift writes no patch for: change its template by hand as the steps say."]
        }
    }

    private static func budget(_ namespace: String) -> String {
        "Rollouts do not wait for a PodDisruptionBudget, evictions do: see which there are in \(namespace) before Pods are "
            + "restarted in another way."
    }
}
