internal import StructuredText

extension ImaginedCluster {
    /// A running Pod.
    mutating func pod() -> StructuredValue {
        object("v1", "Pod", [.init("spec", podSpec()), .init("status", podStatus())])
    }

    /// A ReplicaSet, often one that a newer one has replaced.
    mutating func replicaSet() -> StructuredValue {
        object("apps/v1", "ReplicaSet", [.init("spec", workloadSpec()), .init("status", ["replicas": 0])])
    }

    /// A Deployment.
    mutating func deployment() -> StructuredValue {
        let revision = ("deployment.kubernetes.io/revision", "\(random.number(1..<90))")
        return object(
            "apps/v1", "Deployment", annotations: [revision],
            [.init("spec", workloadSpec()), .init("status", deploymentStatus())])
    }

    /// A StatefulSet with a claim template.
    mutating func statefulSet() -> StructuredValue {
        let claim: StructuredValue = [
            "metadata": ["name": "data"],
            "spec": ["accessModes": ["ReadWriteOnce"], "resources": ["requests": ["storage": "20Gi"]]],
        ]
        let spec = workloadSpec().setting("serviceName", "headless").setting("volumeClaimTemplates", [claim])
        return object("apps/v1", "StatefulSet", [.init("spec", spec), .init("status", ["readyReplicas": 3])])
    }

    /// A CronJob.
    mutating func cronJob() -> StructuredValue {
        object("batch/v1", "CronJob", [.init("spec", Self.cronJobSpec(podSpec())), .init("status", [:])])
    }

    /// The spec of a CronJob around that of a Pod.
    static func cronJobSpec(_ pod: StructuredValue) -> StructuredValue {
        [
            "concurrencyPolicy": "Forbid", "jobTemplate": ["spec": ["backoffLimit": 2, "template": ["spec": pod]]],
            "schedule": "*/15 * * * *", "successfulJobsHistoryLimit": 3, "suspend": false,
        ]
    }

    /// The spec of a workload around that of a Pod.
    static func workloadSpec(_ pod: StructuredValue, app: String) -> StructuredValue {
        let labels: StructuredValue = ["app.kubernetes.io/name": .string(app)]
        return [
            "replicas": 2, "revisionHistoryLimit": 10, "selector": ["matchLabels": labels],
            "template": ["metadata": ["creationTimestamp": .null, "labels": labels], "spec": pod],
        ]
    }

    private mutating func workloadSpec() -> StructuredValue { Self.workloadSpec(podSpec(), app: random.word()) }

    private mutating func podStatus() -> StructuredValue {
        let statuses: [StructuredValue] = (0..<2).map { _ in
            [
                "containerID": .string("containerd://\(random.hex(64))"),
                "image": .string("registry.example.com/\(random.word())"),
                "imageID": .string("registry.example.com/\(random.word())@sha256:\(random.hex(64))"), "lastState": [:],
                "name": .string(random.word()), "ready": true, "restartCount": .integer(random.number(0..<9)),
                "started": true, "state": ["running": ["startedAt": .string(random.timestamp())]],
            ]
        }
        return [
            "conditions": conditions(["Initialized", "Ready", "ContainersReady", "PodScheduled"]),
            "containerStatuses": .sequence(statuses),
            "hostIP": .string("10.0.\(random.number(0..<255)).\(random.number(0..<255))"), "phase": "Running",
            "podIP": .string("10.4.\(random.number(0..<255)).\(random.number(0..<255))"), "qosClass": "Burstable",
            "startTime": .string(random.timestamp()),
        ]
    }

    private mutating func deploymentStatus() -> StructuredValue {
        [
            "availableReplicas": 2, "conditions": conditions(["Available", "Progressing"]), "observedGeneration": 12,
            "readyReplicas": 2, "replicas": 2, "updatedReplicas": 2,
        ]
    }

    private mutating func conditions(_ types: [String]) -> StructuredValue {
        .sequence(
            types.map { type in
                [
                    "lastProbeTime": .null, "lastTransitionTime": .string(random.timestamp()), "status": "True",
                    "type": .string(type),
                ]
            })
    }
}
