internal import StructuredText

/// Brings one kind of objects nearer to what their specification says, one step at a time.
protocol Controller: SendableMetatype {
    static func reconcile(_ world: inout WorldState)
}

/// All controllers of a cluster; a new one is a file beside the others and a line here.
enum Controllers {
    static let all: [any Controller.Type] = [
        DeploymentController.self, ReplicaSetController.self, StatefulSetController.self, DaemonSetController.self,
        CronJobController.self, JobController.self,
    ]
}
