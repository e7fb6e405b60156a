import MigrationModel
internal import StructuredText

/// `kubernetes/PHASE/…`: manifests and patches, with a component that adds them to whatever people build with kustomize.
///
/// A component and no kustomization, since what is patched is theirs; one per phase, and per cluster where there are several,
/// and one for the way back. Patches are JSON patches: a strategic merge patch finds no entry of `envFrom`.
/// See [components](https://kubectl.docs.kubernetes.io/guides/config_management/components/).
enum KustomizeComponent: PlanFileFamily {
    static func files(_ context: PlanContext) -> [PlanFile] {
        var seen: Set<String> = []
        let entries = context.plan.steps.flatMap { step in
            KubernetesArtefacts(step, context).all.map { Entry(phase: step.phase, cluster: step.cluster, artefact: $0) }
        }.filter { seen.insert($0.artefact.path).inserted }
        let folders = Dictionary(grouping: entries.filter(\.artefact.isInComponent)) { entry in
            "kubernetes/\(entry.phase.rawValue)\(entry.artefact.purpose.rawValue)"
                + (context.paths.hasOneCluster ? "" : "/" + context.paths.clusters[entry.cluster])
        }
        return entries.map { PlanFile(path: $0.artefact.path, contents: $0.artefact.contents) }
            + folders.map { PlanFile(path: $0 + "/kustomization.yaml", contents: component($0, $1)) }
    }

    private struct Entry {
        var phase: Phase
        var cluster: String
        var artefact: KubernetesArtefacts.Artefact
    }

    private static func component(_ folder: String, _ entries: [Entry]) -> String {
        let sorted = entries.map(\.artefact).sorted { $0.path < $1.path }
        func name(_ artefact: KubernetesArtefacts.Artefact) -> StructuredValue {
            .string(String(artefact.path.dropFirst(folder.utf8.count + 1)))
        }
        var members: [StructuredValue.Member] = [
            .init("apiVersion", "kustomize.config.k8s.io/v1alpha1"), .init("kind", "Component"),
        ]
        let resources = sorted.filter { $0.target == nil }.map(name)
        if !resources.isEmpty { members.append(.init("resources", .sequence(resources))) }
        let patches = sorted.compactMap { artefact in
            artefact.target.map { target -> StructuredValue in ["path": name(artefact), "target": selector(target)] }
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
