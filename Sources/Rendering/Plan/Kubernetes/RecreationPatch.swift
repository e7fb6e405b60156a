import MigrationModel
internal import StructuredText

/// What turns an object that cannot be changed into the one that takes its place under the same name.
enum RecreationPatch {
    /// The patch for `kubectl replace --force`, or its undo.
    static func patch(
        of action: ChangeWorkload, behind canary: RunCanary?, literalsIn moved: Set<String>, isUndo: Bool
    ) -> JSONPatch? {
        guard let template = action.change.template, let change = TemplatePatch(action.change, literalsIn: moved) else {
            return nil
        }
        var patch = JSONPatch.expecting(action.workload) + (isUndo ? change.undo : change.forward)
        if template.isEmpty {
            // Each Pod is bound to a node anew.
            if canary?.isPlaced ?? false { patch.remove("/spec/nodeName") }
        } else {
            for name in canary?.ownLabels ?? [] {
                patch.remove("\(template)/metadata/labels/\(JSONPatch.token(name))")
            }
            patch.add("/spec/selector", .null)
        }
        patch.add("/status", [:])
        return patch
    }
}
