import MigrationModel
internal import StructuredText

/// What the node does with Pods: starts them a second after they were made, sees them ready two seconds later, and ends them.
enum PodLifecycle {
    private static let start = 1
    private static let readiness = 2
    /// How many seconds a Job works.
    private static let work = 4

    static func reconcile(_ world: inout WorldState) {
        for pod in world.cluster.list(.pod) {
            if pod.isLeaving {
                let since = pod.time("metadata", "deletionTimestamp") ?? world.now
                if world.now.seconds(since: since) >= 1 { world.cluster.delete(pod, .pod, world.now) }
            } else if ["Succeeded", "Failed"].contains(pod.at("status", "phase")?.text) {
                continue
            } else if let process = world.cluster.processes[pod.uid] {
                goOn(pod, process, &world)
            } else if world.now.seconds(since: pod.created) >= start {
                begin(pod, &world)
            }
        }
    }

    /// Starts the containers, unless something that they need is not there.
    private static func begin(_ pod: StructuredValue, _ world: inout WorldState) {
        if let missing = ContainerEnvironment.missing(pod, world.cluster) {
            return setStatus(pod, phase: "Pending", isReady: false, waiting: missing, &world)
        }
        world.cluster.processes[pod.uid] = PodProcess(
            started: world.now, containers: ContainerEnvironment.containers(of: pod, world.cluster))
        setStatus(pod, phase: "Running", isReady: false, &world)
    }

    private static func goOn(_ pod: StructuredValue, _ process: PodProcess, _ world: inout WorldState) {
        // What runs goes on, whatever its calls are answered with.
        if pod.condition("Ready") == "True" { return }
        let seconds = world.now.seconds(since: process.started)
        let refusal = CredentialUse.refusal(pod, process, world)
        if pod.at("spec", "restartPolicy")?.text == "Never" || pod.at("spec", "restartPolicy")?.text == "OnFailure" {
            guard seconds >= work else { return }
            return setStatus(pod, phase: refusal == nil ? "Succeeded" : "Failed", isReady: false, &world)
        }
        guard seconds >= readiness else { return }
        setStatus(
            pod, phase: "Running", isReady: refusal == nil, waiting: refusal == nil ? nil : "CrashLoopBackOff", &world)
    }

    private static func setStatus(
        _ pod: StructuredValue, phase: String, isReady: Bool, waiting: String? = nil, _ world: inout WorldState
    ) {
        let begun = world.cluster.processes[pod.uid]?.started ?? world.now
        let state: StructuredValue =
            if let waiting {
                ["waiting": ["reason": .string(waiting)]]
            } else if ["Succeeded", "Failed"].contains(phase) {
                [
                    "terminated": [
                        "exitCode": phase == "Failed" ? 1 : 0, "reason": phase == "Failed" ? "Error" : "Completed",
                    ]
                ]
            } else {
                ["running": ["startedAt": begun.value]]
            }
        let containers = pod.at("spec", "containers")?.elements ?? []
        let isRestarting = waiting == "CrashLoopBackOff"
        var status = StructuredValue.mapping([.init("phase", .string(phase))]).with(conditions: [
            ("PodScheduled", true, ""), ("Ready", isReady, isReady ? "" : "ContainersNotReady"),
            ("ContainersReady", isReady, ""),
        ])
        status.set(
            .sequence(
                containers.map { container in
                    [
                        "image": container.at("image") ?? "", "name": container.at("name") ?? "",
                        "ready": .bool(isReady), "restartCount": isRestarting ? 3 : 0,
                        "started": .bool(waiting == nil), "state": state,
                    ]
                }), at: "containerStatuses")
        if phase != "Pending" { status.set(begun.value, at: "startTime") }
        world.cluster.setStatus(status, of: pod, .pod)
    }
}
