import MigrationModel
internal import StructuredText

/// The change of a Pod template as a strategic merge patch, for kinds whose template may change in place.
///
/// Entries of lists are found by their merge keys
/// ([patches](https://kubernetes.io/docs/tasks/manage-kubernetes-objects/update-api-object-kubectl-patch/)); `envFrom` has
/// none, so its entries are left to a person.
struct WorkloadPatch {
    private let workload: ObjectReference
    private let change: TemplateChange
    private let template: StructuredValue
    private let way: [String]

    /// The patch; `nil` where the kind takes none, or nothing can be said in one.
    init?(_ workload: ObjectReference, _ change: TemplateChange) {
        guard let way = Self.way(to: workload) else { return nil }
        self.way = way
        let members = Self.template(of: change)
        guard !members.isEmpty, !workload.name.isEmpty else { return nil }
        self.workload = workload
        self.change = change
        template = .mapping(members)
    }

    /// The members that lead to the Pod template; `nil` where it does not change in place.
    static func way(to workload: ObjectReference) -> [String]? {
        switch (workload.kind, workload.apiVersion) {
        case ("Deployment", "apps/v1"), ("StatefulSet", "apps/v1"), ("DaemonSet", "apps/v1"), ("ReplicaSet", "apps/v1"),
            ("ReplicationController", "v1"):
            ["spec", "template"]
        case ("CronJob", "batch/v1"), ("CronJob", "batch/v1beta1"): ["spec", "jobTemplate", "spec", "template"]
        default: nil
        }
    }

    static func path(of step: Step, _ context: PlanContext) -> String {
        "kubernetes/\(step.phase.rawValue)/\(context.paths.services[step.service]).patch.yaml"
    }

    /// The patch as YAML.
    var text: String {
        let inner = way.reversed().reduce(template) { value, name in .mapping([.init(name, value)]) }
        var head: [StructuredValue.Member] = [.init("name", .string(workload.name))]
        if let namespace = workload.namespace { head.append(.init("namespace", .string(namespace))) }
        var members: [StructuredValue.Member] = [
            .init("apiVersion", .string(workload.apiVersion)), .init("kind", .string(workload.kind)),
            .init("metadata", .mapping(head)),
        ]
        if case .mapping(let body) = inner { members += body }
        return MachineText.yaml(.mapping(members))
    }

    private static func template(of change: TemplateChange) -> [StructuredValue.Member] {
        var members: [StructuredValue.Member] = []
        if !change.labels.isEmpty {
            let labels = change.labels.sorted { $0.key < $1.key }.map {
                StructuredValue.Member($0.key, .string($0.value))
            }
            members.append(.init("metadata", .mapping([.init("labels", .mapping(labels))])))
        }
        let specification = specification(of: change)
        if !specification.isEmpty { members.append(.init("spec", .mapping(specification))) }
        return members
    }

    private static func specification(of change: TemplateChange) -> [StructuredValue.Member] {
        var members: [StructuredValue.Member] = []
        if let account = change.serviceAccount { members.append(.init("serviceAccountName", .string(account))) }
        let containers = containers(of: change)
        if !containers.isEmpty { members.append(.init("containers", .sequence(containers))) }
        let volumes = change.removals.filter { $0.kind == .volume }.map { deletion("name", $0.name) }
        if !volumes.isEmpty { members.append(.init("volumes", .sequence(volumes))) }
        return members
    }

    private static func containers(of change: TemplateChange) -> [StructuredValue] {
        var names: [String] = []
        for name in change.removals.map(\.container) + change.keeps.map(\.container)
        where !name.isEmpty && !names.contains(name) { names.append(name) }
        return names.sorted().compactMap { name in
            let own = change.removals.filter { $0.container == name }
            let environment =
                own.filter { $0.kind == .variable }.map { deletion("name", $0.name) }
                + change.keeps.filter { $0.container == name }.map(kept)
            let mounts = own.filter { $0.kind == .mount }.map { deletion("mountPath", $0.name) }
            guard !environment.isEmpty || !mounts.isEmpty else { return nil }
            var members: [StructuredValue.Member] = [.init("name", .string(name))]
            if !environment.isEmpty { members.append(.init("env", .sequence(environment))) }
            if !mounts.isEmpty { members.append(.init("volumeMounts", .sequence(mounts))) }
            return .mapping(members)
        }
    }

    private static func deletion(_ key: String, _ value: String) -> StructuredValue {
        .mapping([.init(key, .string(value)), .init("$patch", "delete")])
    }

    private static func kept(_ variable: TemplateChange.KeptVariable) -> StructuredValue {
        let reference: StructuredValue = ["name": .string(variable.object), "key": .string(variable.entry)]
        let source = variable.kind == .secret ? "secretKeyRef" : "configMapKeyRef"
        return ["name": .string(variable.name), "valueFrom": .mapping([.init(source, reference)])]
    }
}
