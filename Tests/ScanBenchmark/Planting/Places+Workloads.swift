internal import StructuredText

extension Places {
    /// An environment variable in every kind that has a Pod template.
    static let inWorkloads: [Place] = [
        Place("Pod, env") { cluster, key in
            let spec = podSpec(&cluster, key)
            return cluster.object("v1", "Pod", [.init("spec", spec)])
        },
        workload("apps/v1", "Deployment"),
        workload("apps/v1", "StatefulSet"),
        workload("apps/v1", "DaemonSet"),
        workload("apps/v1", "ReplicaSet"),
        workload("v1", "ReplicationController"),
        workload("batch/v1", "Job"),
        Place("CronJob, env") { cluster, key in
            let spec = ImaginedCluster.cronJobSpec(podSpec(&cluster, key))
            return cluster.object("batch/v1", "CronJob", [.init("spec", spec)])
        },
        workload("argoproj.io/v1alpha1", "Rollout"),
        workload("apps.openshift.io/v1", "DeploymentConfig"),
        workload("serving.knative.dev/v1", "Service"),
    ]

    private static func workload(_ apiVersion: String, _ kind: String) -> Place {
        Place("\(kind == "Service" ? "Knative Service" : kind), env") { cluster, key in
            let spec = ImaginedCluster.workloadSpec(podSpec(&cluster, key), app: cluster.random.word())
            return cluster.object(apiVersion, kind, [.init("spec", spec)])
        }
    }

    private static func podSpec(_ cluster: inout ImaginedCluster, _ key: SyntheticKey) -> StructuredValue {
        cluster.podSpec().setting("containers", [cluster.container().setting("env", environment(key))])
    }
}
