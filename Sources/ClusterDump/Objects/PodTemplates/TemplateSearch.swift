import MigrationModel
import StructuredText

/// Finds what is like a Pod's `spec` in an object of any kind: custom resources describe Pods in many ways.
///
/// Four shapes are recognised:
/// - a list `containers` of mappings with a name or an image, as in every Pod template;
/// - `steps` with images, as in [Tekton](https://tekton.dev/docs/pipelines/tasks/#defining-steps);
/// - `container` or `script` with an image, as in
///   [Argo Workflows](https://argo-workflows.readthedocs.io/en/latest/fields/#template);
/// - a mapping with `env` or `envFrom` that is a container in all but name, as in
///   [SparkApplications](https://www.kubeflow.org/docs/components/spark-operator/user-guide/writing-sparkapplication/) and Strimzi.
///
/// What such a mapping does not say itself (ServiceAccount, volumes) it takes from the mappings around it.
struct TemplateSearch {
    /// How many templates of one object are read.
    private static let limit = 1000

    /// What the mappings around the one at hand say of the Pods in it.
    private struct Surroundings {
        var serviceAccount: String?
        var volumes: [Branch] = []
        var metadata: Branch?
    }

    private var templates: [PodTemplate] = []
    private var steps: [ValuePath.Step] = []

    /// The templates of an object, in document order.
    static func templates(in object: Branch) -> [PodTemplate] {
        var search = TemplateSearch()
        search.visit(object, Surroundings(metadata: object["metadata"]))
        return search.templates
    }

    // MARK: Walk

    private mutating func visit(_ branch: Branch, _ outside: Surroundings) {
        guard templates.count < Self.limit else { return }
        if branch.isSequence {
            for (index, element) in branch.elements.enumerated() where element.isMapping || element.isSequence {
                within(.index(index)) { $0.visit(element, outside) }
            }
            return
        }
        var here = outside
        if let account = PodTemplateReader.serviceAccount(of: branch) { here.serviceAccount = account }
        if let volumes = branch["volumes"], volumes.isSequence { here.volumes.append(volumes) }
        let isTemplate = take(branch, here)
        for member in branch.members where member.isMapping || member.isSequence {
            guard !(isTemplate ? Self.isPart(member) : Self.isForeign(member, depth: steps.count)) else { continue }
            // `metadata` stands beside the `spec` that it belongs to.
            var inside = here
            if member.isNamed("spec"), !steps.isEmpty { inside.metadata = branch["metadata"] }
            within(.field(member.key)) { $0.visit(member, inside) }
        }
    }

    private mutating func within(_ step: ValuePath.Step, _ body: (inout TemplateSearch) -> Void) {
        steps.append(step)
        body(&self)
        steps.removeLast()
    }

    /// Values of a chart are no Pods until Helm has rendered them; nor is what describes the object itself.
    private static func isForeign(_ member: Branch, depth: Int) -> Bool {
        member.isNamed("values") || member.isNamed("valuesObject")
            || depth == 0 && (member.isNamed("metadata") || member.isNamed("status"))
    }

    /// Whether a member of a mapping that is a template has been read with it.
    static func isPart(_ member: Branch) -> Bool { parts.contains { member.isNamed($0) } }

    private static let parts: [StaticString] = [
        "containers", "initContainers", "ephemeralContainers", "sidecars", "steps", "container", "script", "env",
        "envFrom", "volumes", "volumeMounts", "metadata",
    ]

    // MARK: Shapes

    /// Takes the mapping at hand for a template, if it is one.
    private mutating func take(_ spec: Branch, _ here: Surroundings) -> Bool {
        let containers = containers(in: spec)
        guard !containers.isEmpty else { return false }
        var template = PodTemplateReader.template(spec, metadata: metadata(of: spec, here), at: ValuePath(steps))
        template.labels.merge(spec["labels"]?.settings ?? [:]) { _, own in own }
        template.annotations.merge(spec["annotations"]?.settings ?? [:]) { _, own in own }
        template.serviceAccount = here.serviceAccount ?? template.serviceAccount
        template.volumes = here.volumes.flatMap { $0.elements.compactMap(VolumeReader.volume) }
        template.containers =
            template.containers.filter { $0.role == .initial || $0.role == .sidecar } + containers
            + template.containers.filter { $0.role == .ephemeral }
        templates.append(template)
        return true
    }

    /// The metadata of the Pods: what stands beside a `spec`, or in the template itself.
    private func metadata(of spec: Branch, _ here: Surroundings) -> Branch? {
        spec["metadata"] ?? spec["podMetadata"] ?? (steps.last == .field("spec") ? here.metadata : nil)
    }

    private func containers(in spec: Branch) -> [Container] {
        let reader = ContainerReader(path: ValuePath(steps))
        var containers: [Container] = []
        if let list = spec["containers"], list.elements.contains(where: { Self.isContainer($0) }) {
            containers += reader.containers("containers", of: spec, .main)
        }
        if let list = spec["steps"], list.elements.contains(where: { $0["image"]?.name != nil }) {
            containers += reader.containers("steps", of: spec, .main)
        }
        for field in ["container", "script"] as [StaticString] {
            guard let container = spec[field], container["image"]?.name != nil else { continue }
            let path = ValuePath(steps + [.field("\(field)")])
            containers.append(ContainerReader.container(container, .main, at: path, called: spec["name"]?.name ?? ""))
        }
        if containers.isEmpty, isContainerInAllButName(spec) {
            let path = ValuePath(steps)
            containers.append(ContainerReader.container(spec, .main, at: path, called: lastField))
        }
        guard !containers.isEmpty else { return [] }
        return containers + reader.containers("sidecars", of: spec, .main)
    }

    private static func isContainer(_ element: Branch) -> Bool {
        element["image"]?.name != nil || element["name"]?.name != nil
    }

    private var lastField: String {
        for step in steps.reversed() {
            if case .field(let name) = step { return name }
        }
        return ""
    }

    /// Whether a mapping with an environment is run, and not only handed on as the environment of a build or a plugin.
    private func isContainerInAllButName(_ branch: Branch) -> Bool {
        if let list = branch["envFrom"], list.elements.contains(where: { EnvironmentReader.origin($0) != nil }) {
            return true
        }
        guard let list = branch["env"], list.elements.contains(where: { $0["name"]?.name != nil }) else { return false }
        return list.elements.contains { $0["valueFrom"]?.isMapping == true }
            || Self.signs.contains { branch[$0] != nil }
            || lastField.hasSuffix("Container")
    }

    /// Fields that only something has that is run.
    private static let signs: [StaticString] = [
        "image", "command", "args", "volumeMounts", "serviceAccount", "serviceAccountName", "cores", "memory",
        "replicas", "resources",
    ]
}
