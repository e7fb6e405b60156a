import MigrationModel

/// What follows from the kind of the workload.
enum KindWarnings {
    static func sentences(_ facts: RunbookFacts) -> [String] {
        let namespace = MarkdownText.code(facts.service.workload.namespace ?? "")
        switch facts.service.workload.kind {
        case "CronJob":
            return [
                "It proves itself only when it runs: the waits before its key is deactivated cover its schedule. Jobs that it has "
                    + "started keep the key until they end.",
                "Jobs that have ended still show in searches for references; they start no Pod any more.",
            ]
        case "Job":
            return ["The template of a Job cannot be changed: a running Job keeps the key until it is made anew."]
        case "StatefulSet":
            return [
                "Its Pods are replaced one by one, the highest number first. Between canary and rollout a `partition` stops the "
                    + "rollout half-way, on purpose.", budget(namespace),
            ]
        case "DaemonSet":
            return [
                "The rollout touches every node, a few at a time, and may take hours. Between canary and rollout its strategy is "
                    + "OnDelete: a node that comes up meanwhile gets the new template."
            ]
        case "Deployment", "ReplicaSet", "ReplicationController", "Rollout", "DeploymentConfig":
            return [
                "The canary has the labels of the other Pods and receives a share of their traffic.",
                "Only the template changes, never the number of replicas, so autoscalers (HPA, KEDA) go on working; while the "
                    + "canary runs, an HPA counts it in its average.", budget(namespace),
            ]
        default:
            return [
                "It is of a kind of which keyshift knows no Pod template: see the steps for what is left to do by hand."
            ]
        }
    }

    private static func budget(_ namespace: String) -> String {
        "Rollouts do not wait for a PodDisruptionBudget, evictions do: see which there are in \(namespace) before Pods are "
            + "restarted in another way."
    }
}
