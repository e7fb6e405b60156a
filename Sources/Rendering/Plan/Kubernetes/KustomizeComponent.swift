import MigrationModel
internal import StructuredText

/// `kubernetes/PHASE/…`: manifests and patches, with a component that adds them to whatever people build with kustomize.
///
/// A component and no kustomization, since what is patched is theirs; one per phase, and per cluster where there are several.
/// See [components](https://kubectl.docs.kubernetes.io/guides/config_management/components/).
enum KustomizeComponent: PlanFileFamily {
    static func files(_ context: PlanContext) -> [PlanFile] {
        var seen: Set<String> = []
        let entries = context.plan.steps.compactMap { entry(of: $0, context) }
            .filter { seen.insert($0.file.path).inserted }
        let folders = Dictionary(grouping: entries) { entry in
            "kubernetes/\(entry.phase.rawValue)"
                + (context.paths.hasOneCluster ? "" : "/" + context.paths.clusters[entry.cluster])
        }
        return entries.map(\.file)
            + folders.map { PlanFile(path: $0 + "/kustomization.yaml", contents: component($0, $1)) }
    }

    /// A file and how the component uses it.
    private struct Entry {
        var phase: Phase
        var cluster: String
        var file: PlanFile
        /// What a patch is for; `nil` for a manifest of its own.
        var target: ObjectReference?
    }

    /// The file of a step; `nil` where it has none.
    static func path(of step: Step, _ context: PlanContext) -> String? { entry(of: step, context)?.file.path }

    private static func entry(of step: Step, _ context: PlanContext) -> Entry? {
        func entry(_ path: String, _ contents: String, _ target: ObjectReference?) -> Entry {
            Entry(
                phase: step.phase, cluster: step.cluster, file: PlanFile(path: path, contents: contents), target: target
            )
        }
        switch step.action {
        case .createServiceAccount(let action):
            guard let text = ServiceAccountManifest.text(of: action) else { return nil }
            return entry(ServiceAccountManifest.path(of: action, step, context), text, nil)
        case .bindIdentity(let action):
            guard let text = BindingPatch.text(of: action, context) else { return nil }
            let account = ObjectReference(
                apiVersion: "v1", kind: "ServiceAccount", namespace: action.namespace, name: action.serviceAccount)
            return entry(BindingPatch.path(of: action, step, context), text, account)
        case .changeWorkload(let action):
            guard let patch = WorkloadPatch(action.workload, action.change) else { return nil }
            return entry(WorkloadPatch.path(of: step, context), patch.text, action.workload)
        default: return nil
        }
    }

    private static func component(_ folder: String, _ entries: [Entry]) -> String {
        let sorted = entries.sorted { $0.file.path < $1.file.path }
        func name(_ entry: Entry) -> StructuredValue {
            .string(String(entry.file.path.dropFirst(folder.utf8.count + 1)))
        }
        var members: [StructuredValue.Member] = [
            .init("apiVersion", "kustomize.config.k8s.io/v1alpha1"), .init("kind", "Component"),
        ]
        let resources = sorted.filter { $0.target == nil }.map(name)
        if !resources.isEmpty { members.append(.init("resources", .sequence(resources))) }
        let patches = sorted.compactMap { entry in
            entry.target.map { target -> StructuredValue in ["path": name(entry), "target": selector(target)] }
        }
        if !patches.isEmpty { members.append(.init("patches", .sequence(patches))) }
        return MachineText.yaml(.mapping(members))
    }

    /// A selector that may match nothing, where a patch without one would be an error.
    private static func selector(_ object: ObjectReference) -> StructuredValue {
        var members: [StructuredValue.Member] = [
            .init("kind", .string(expression(object.kind))), .init("name", .string(expression(object.name))),
        ]
        if let namespace = object.namespace { members.append(.init("namespace", .string(expression(namespace)))) }
        return .mapping(members)
    }

    /// A regular expression that matches the text only, as kustomize takes names.
    private static func expression(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { result, scalar in
            if #".\+*?()|[]{}^$"#.unicodeScalars.contains(scalar) { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
    }
}
