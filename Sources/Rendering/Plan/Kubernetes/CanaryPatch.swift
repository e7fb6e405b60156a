import MigrationModel
internal import StructuredText

/// What turns a workload, as `kubectl get` prints it, into its canary: an object of its own that is made beside it.
///
/// A patch and no manifest, since the template may hold literals that belong in no file: it passes through a pipe and is never
/// written down. The canary has none of the labels, annotations and owners of the workload's own metadata, so no manager takes
/// it for its own and prunes it.
///
/// A twin has a selector of its own on a label that only its Pods have: the ReplicaSets of the two never select each other's
/// Pods. Its Pods keep all labels of the template, so Services and PodDisruptionBudgets count them; so does the average that a
/// HorizontalPodAutoscaler computes over the selector of its target.
enum CanaryPatch {
    /// The label that only objects and Pods of a canary have.
    static let label = "keyshift-canary"

    /// The patch; `nil` for forms that make no object, and for kinds of which no Pod template is known.
    static func patch(of action: RunCanary, literalsIn moved: Set<String>) -> JSONPatch? {
        guard let template = action.change.template, !action.name.isEmpty else { return nil }
        var patch = JSONPatch.expecting(action.workload)
        if let change = TemplatePatch(action.change, literalsIn: moved) { patch = patch + change.forward }
        let metadata = labels(of: action, template, &patch)
        switch action.form {
        case .twin: twin(action, template, &patch)
        case .manualJob: job(action, template, &patch)
        case .copy where action.isPlaced: patch.remove(template + "/spec/nodeName")
        case .copy: break
        case .partition, .oneNode: return nil
        }
        patch.replace("/metadata", metadata)
        patch.add("/status", [:])
        return patch
    }

    /// Takes the labels of the workload's own Pods away, marks the Pods, and says what the canary's own metadata is.
    private static func labels(
        of action: RunCanary, _ template: String, _ patch: inout JSONPatch
    ) -> StructuredValue {
        let mark: StructuredValue = .mapping([.init(label, .string(action.name))])
        var metadata: [StructuredValue.Member] = [.init("name", .string(action.name))]
        if let namespace = action.workload.namespace { metadata.append(.init("namespace", .string(namespace))) }
        metadata.append(.init("labels", mark))
        guard !template.isEmpty else { return .mapping(metadata) }
        for name in action.ownLabels { patch.remove("\(template)/metadata/labels/\(JSONPatch.token(name))") }
        // Templates of Jobs may have no labels at all.
        let hasLabels = action.hasLabels
        patch.add(
            "\(template)/metadata/labels" + (hasLabels ? "/" + label : ""), hasLabels ? .string(action.name) : mark)
        return .mapping(metadata)
    }

    private static func twin(_ action: RunCanary, _ template: String, _ patch: inout JSONPatch) {
        patch.move(template, to: "/template")
        patch.replace(
            "/spec",
            [
                "replicas": 1, "strategy": ["type": "Recreate"],
                "selector": ["matchLabels": .mapping([.init(label, .string(action.name))])],
            ])
        patch.move("/template", to: "/spec/template")
        patch.replace("/apiVersion", "apps/v1")
        patch.replace("/kind", "Deployment")
    }

    private static func job(_ action: RunCanary, _ template: String, _ patch: inout JSONPatch) {
        let holder = String(template.dropLast("/template".utf8.count))
        if holder != "/spec" {
            patch.move(holder, to: "/job")
            patch.remove("/spec")
            patch.move("/job", to: "/spec")
        }
        // The controller selects its Pods by an id of its own; and a canary that fails is looked at, not tried again.
        for (field, value) in [("selector", StructuredValue.null), ("manualSelector", .null), ("backoffLimit", 0)] {
            patch.add("/spec/" + field, value)
        }
        patch.add("/spec/suspend", .null)
        patch.replace("/apiVersion", "batch/v1")
        patch.replace("/kind", "Job")
    }
}
