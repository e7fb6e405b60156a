import MigrationModel

/// Pods, and everything of which it is known where its Pod template stands.
struct WorkloadReader: ObjectReader {
    /// Where the template stands.
    var places: TemplatePlaces

    func read(_ object: DumpedObject, into objects: inout ClusterObjects) {
        let template = TemplatePaths.template(in: object.root, at: places)
        let source = Self.templateSource(of: object)
        // Such as a ControllerRevision of something that is no workload.
        guard template != nil || source != nil else { return }
        var workload = Self.workload(object, templates: template.map { [$0] } ?? [])
        workload.templateSource = source
        if places.holder.isEmpty { workload.pod = Self.status(object.root["status"]) }
        objects.workloads.append(workload)
        if let purpose = Installations.purpose(of: workload) {
            objects.installations.append(
                Installation(input: object.input, purpose: purpose, object: object.reference))
        }
    }

    /// An object with its templates and what it says of replacing Pods.
    static func workload(_ object: DumpedObject, templates: [PodTemplate]) -> Workload {
        let spec = object.root["spec"]
        let replicas = spec?["replicas"]?.number
        return Workload(
            input: object.input, object: object.description, templates: templates, replicas: replicas,
            updateStrategy: strategy(of: spec),
            partition: max(0, spec?["updateStrategy"]?["rollingUpdate"]?["partition"]?.number ?? 0),
            updateManifest: spec?["updateStrategy"].map(ManifestText.json) ?? "",
            schedule: spec?["schedule"]?.text ?? "",
            isIdle: replicas == 0 || spec?["suspend"]?.flag == true || spec?["paused"]?.flag == true)
    }

    /// `strategy` of Deployments, `updateStrategy` of StatefulSets and DaemonSets; of a Rollout which of its two it has.
    private static func strategy(of spec: Branch?) -> String {
        guard let strategy = spec?["strategy"] ?? spec?["updateStrategy"] else { return "" }
        if let type = strategy["type"]?.name { return type }
        if strategy["canary"] != nil { return "Canary" }
        return strategy["blueGreen"] != nil ? "BlueGreen" : ""
    }

    private static func templateSource(of object: DumpedObject) -> ObjectReference? {
        guard let source = object.root["spec"]?["workloadRef"], let name = source["name"]?.name else { return nil }
        return ObjectReference(
            apiVersion: source["apiVersion"]?.name ?? "", kind: source["kind"]?.name ?? "",
            namespace: object.reference.namespace, name: name)
    }

    private static func status(_ status: Branch?) -> PodStatus {
        PodStatus(phase: status?["phase"]?.text ?? "", started: status?["startTime"]?.timestamp)
    }
}
