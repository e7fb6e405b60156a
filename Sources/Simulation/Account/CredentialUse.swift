import MigrationModel
internal import StructuredText

/// Where the credentials of a container come from, in the order in which most SDKs look.
enum CredentialSource: Hashable, Sendable {
    case key(String)
    case webIdentity(role: String)
    case association
    case node
}

/// What running containers do with their credentials: they call the cloud, which notes it, or are refused.
enum CredentialUse {
    /// Lets every container of a running Pod that calls a cloud make its calls.
    ///
    /// - Returns: what services that fail would log, by service.
    static func reconcile(_ world: inout WorldState) -> [String: String] {
        var failing: [String: String] = [:]
        for pod in world.cluster.list(.pod) where pod.at("status", "phase")?.text == "Running" && !pod.isLeaving {
            guard let process = world.cluster.processes[pod.uid] else { continue }
            for container in process.containers {
                let source = source(of: container, pod, world)
                if source != .node { world.callingImages.insert(container.image) }
                guard world.callingImages.contains(container.image) else { continue }
                if let refusal = call(source, pod, &world), isServing(pod) {
                    failing[service(of: pod, world)] = refusal
                }
            }
        }
        for (workload, reason) in brokenSchedules(world) { failing[workload] = reason }
        for workload in unavailable(world) where failing[workload] == nil { failing[workload] = "no Pod is ready" }
        return failing
    }

    /// Why a Pod that starts would not get ready; `nil` when it would.
    static func refusal(_ pod: StructuredValue, _ process: PodProcess, _ world: WorldState) -> String? {
        for container in process.containers {
            let source = source(of: container, pod, world)
            guard source != .node || world.callingImages.contains(container.image) else { continue }
            if let refusal = refusal(source, pod, world) { return refusal }
        }
        return nil
    }

    /// The source of credentials that a container uses.
    static func source(
        of container: PodProcess.Container, _ pod: StructuredValue, _ world: WorldState
    ) -> CredentialSource {
        if let key = container.key { return .key(key) }
        if let role = container.role { return .webIdentity(role: role) }
        if let key = ContainerEnvironment.fileKey(of: container.name, pod, world.cluster) { return .key(key) }
        return container.isAssociated ? .association : .node
    }

    private static func call(_ source: CredentialSource, _ pod: StructuredValue, _ world: inout WorldState) -> String? {
        if let refusal = refusal(source, pod, world) { return refusal }
        switch source {
        case .key(let id): world.account.noteUse(ofKey: id, in: world.cluster.region, world.now)
        case .webIdentity(let role): world.account.noteUse(ofRole: role, in: world.cluster.region, world.now)
        case .association:
            let account = pod.at("spec", "serviceAccountName")?.text ?? ""
            let role = world.account.association(world.cluster.name, pod.namespace, account)?.role ?? ""
            world.account.noteUse(ofRole: role, in: world.cluster.region, world.now)
        case .node: break
        }
        return nil
    }

    /// Why a container would not even be told who it is; `nil` when it would.
    static func identityRefusal(_ pod: StructuredValue, _ process: PodProcess, _ world: WorldState) -> String? {
        for container in process.containers {
            let source = source(of: container, pod, world)
            if source != .node, let refusal = identityRefusal(source, pod, world) { return refusal }
        }
        return nil
    }

    private static func refusal(_ source: CredentialSource, _ pod: StructuredValue, _ world: WorldState) -> String? {
        if let refusal = identityRefusal(source, pod, world) { return refusal }
        if case .key = source { return nil }
        return isShort(pod, world) ? "AccessDenied: an action that the service needs is not allowed to its role" : nil
    }

    private static func identityRefusal(
        _ source: CredentialSource, _ pod: StructuredValue, _ world: WorldState
    ) -> String? {
        let account = pod.at("spec", "serviceAccountName")?.text ?? ""
        switch source {
        case .key(let id):
            return world.account.isActive(key: id)
                ? nil : "InvalidClientTokenId: The security token included in the request is invalid."
        case .webIdentity(let role):
            guard world.account.trusts(role, issuer: world.cluster.issuer, pod.namespace, account) else {
                return "AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity"
            }
        case .association:
            let association = world.account.association(world.cluster.name, pod.namespace, account)
            guard let association, world.account.trustsPods(association.role) else {
                return "AccessDenied: the agent on the node has no credentials for \(pod.namespace)/\(account)"
            }
        case .node: return "AccessDenied: the role of the node may not do this"
        }
        return nil
    }

    /// Whether the role of a Pod is one of those that lack what the service does.
    private static func isShort(_ pod: StructuredValue, _ world: WorldState) -> Bool {
        world.breaks.contains { fault in
            guard case .canary(let workload) = fault, workload.namespace ?? "" == pod.namespace else { return false }
            return workload.name == name(of: pod, world)
                || pod.labels["keyshift-canary"]?.hasPrefix(workload.name) == true
        }
    }

    private static func isServing(_ pod: StructuredValue) -> Bool {
        pod.condition("Ready") == "True" && pod.labels["keyshift-canary"] == nil
    }

    /// Workloads that are to have Pods, had time to get some, and have none that is ready.
    private static func unavailable(_ world: WorldState) -> [String] {
        let kinds = [ResourceKind.deployment, .statefulSet]
        return kinds.flatMap { world.cluster.list($0) }.filter { workload in
            guard workload.replicas > 0, workload.labels["keyshift-canary"] == nil else { return false }
            guard workload.at("status", "readyReplicas") == nil else { return false }
            return world.now.seconds(since: workload.created) > 60
        }.map(\.reference.description)
    }

    /// CronJobs whose last Job failed.
    private static func brokenSchedules(_ world: WorldState) -> [(String, String)] {
        world.cluster.list(.cronJob).compactMap { cron in
            let ended = world.cluster.owned(by: cron, .job).filter {
                $0.condition("Complete") == "True" || $0.condition("Failed") == "True"
            }
            let last = ended.max { $0.created < $1.created }
            return last?.condition("Failed") == "True" ? (cron.reference.description, "its last Job failed") : nil
        }
    }

    /// The workload that a Pod is of.
    private static func service(of pod: StructuredValue, _ world: WorldState) -> String {
        let kind = pod.at("metadata", "ownerReferences", "0", "kind")?.text ?? "Pod"
        let named = ["ReplicaSet": "Deployment", "Job": "CronJob"][kind] ?? kind
        return "\(named) \(pod.namespace)/\(name(of: pod, world))"
    }

    private static func name(of pod: StructuredValue, _ world: WorldState) -> String {
        guard let owner = pod.at("metadata", "ownerReferences", "0"), let name = owner.at("name")?.text else {
            return pod.name
        }
        let holder = world.cluster.kind(of: owner).flatMap { world.cluster.object($0, pod.namespace, name) }
        return holder?.at("metadata", "ownerReferences", "0", "name")?.text ?? name
    }
}
