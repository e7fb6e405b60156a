/// An object that is a Pod or makes Pods: a Deployment, a CronJob, a custom resource with a Pod template.
public struct Workload: Hashable, Sendable {
    /// The input that it was read from; names are unique only within one.
    public var input: String
    /// Its identity, labels, annotations and owners.
    public var object: ObjectDescription
    /// The Pods that it makes, or is; several for custom resources with several templates.
    public var templates: [PodTemplate]
    /// How many Pods it wants; `nil` where that is not its to say (DaemonSets, Pods, CronJobs).
    public var replicas: Int?
    /// How it replaces Pods: `RollingUpdate`, `Recreate`, `OnDelete`, `Canary`, `BlueGreen`; empty where it does not say.
    public var updateStrategy: String
    /// `partition` of a StatefulSet's rolling update: Pods with a lower ordinal are never replaced; 0 for all others.
    public var partition: Int
    /// `spec.updateStrategy` of StatefulSets and DaemonSets as JSON; empty for all others and where it says nothing.
    public var updateManifest: String
    /// `spec.schedule` of CronJobs; empty for all others.
    public var schedule: String
    /// Whether it makes no Pods for now: suspended, paused or scaled to none.
    public var isIdle: Bool
    /// The workload whose template it uses instead of one of its own, in its namespace: `spec.workloadRef` of an Argo Rollout.
    ///
    /// See [migrating to Rollouts](https://argo-rollouts.readthedocs.io/en/stable/migrating/).
    public var templateSource: ObjectReference?
    /// What a Pod's status says; `nil` for templates.
    public var pod: PodStatus?

    /// Creates a workload from its parts.
    public init(
        input: String = "", object: ObjectDescription, templates: [PodTemplate], replicas: Int? = nil,
        updateStrategy: String = "", partition: Int = 0, updateManifest: String = "", schedule: String = "",
        isIdle: Bool = false,
        templateSource: ObjectReference? = nil, pod: PodStatus? = nil
    ) {
        self.input = input
        self.object = object
        self.templates = templates
        self.replicas = replicas
        self.updateStrategy = updateStrategy
        self.partition = partition
        self.updateManifest = updateManifest
        self.schedule = schedule
        self.isIdle = isIdle
        self.templateSource = templateSource
        self.pod = pod
    }
}

/// What the status of a Pod says about its running.
public struct PodStatus: Hashable, Sendable {
    /// `status.phase`: `Running`, `Succeeded`, …; empty for manifests.
    public var phase: String
    /// `status.startTime`, RFC 3339.
    public var started: String?

    /// Whether it has ended and will not run again.
    public var hasEnded: Bool { phase == "Succeeded" || phase == "Failed" }

    /// Creates a status from its parts.
    public init(phase: String, started: String? = nil) {
        self.phase = phase
        self.started = started
    }
}
