import MigrationModel

/// The calls that bring all Pods of a workload to the new template, and back.
struct WorkloadCalls {
    private let action: ChangeWorkload
    private let artefacts: [KubernetesArtefacts.Artefact]
    private var workload: ObjectReference { action.workload }

    init(_ action: ChangeWorkload, _ artefacts: KubernetesArtefacts) {
        self.action = action
        self.artefacts = artefacts.all
    }

    var procedure: StepProcedure {
        var procedure = calls
        procedure.byHand += action.change.removals.filter { $0.kind == .byHand }.map {
            "Take \($0.name) out of \(workload)" + ($0.container.isEmpty ? "." : ", container \($0.container).")
        }
        return procedure
    }

    private var calls: StepProcedure {
        switch action.way {
        case .patch: patch(.change, .undo)
        case .release: patch(.release, .releaseUndo, waitsForUndo: false)
        case .deletions: StepProcedure(apply: [.replacePods(PodReplacement(workload: workload))])
        case .recreation: recreation
        }
    }

    private func patch(
        _ forward: KubernetesArtefacts.Purpose, _ backward: KubernetesArtefacts.Purpose, waitsForUndo: Bool = true
    ) -> StepProcedure {
        guard let change = artefacts.text(forward), let undo = artefacts.text(backward) else { return nothing }
        return StepProcedure(
            apply: [
                .patch(ObjectPatch(object: workload, operations: change, reverse: undo)), .awaitRollout(workload),
            ],
            // Pods that are held back again stay what they are.
            undo: [.patch(ObjectPatch(object: workload, operations: undo, reverse: change))]
                + (waitsForUndo ? [.awaitRollout(workload)] : []))
    }

    /// Between the end of the one and the beginning of the other there is nothing but the copy.
    private var recreation: StepProcedure {
        guard let change = artefacts.text(.recreation), let undo = artefacts.text(.recreationUndo) else {
            return nothing
        }
        let name = SafePath.kept(workload)
        let copy = KeptCopy(object: workload, copy: name, entries: nil)
        let secret = ObjectReference(apiVersion: "v1", kind: "Secret", namespace: workload.namespace, name: name)
        func anew(_ operations: String, _ reverse: String) -> [Call] {
            let made = DerivedObject(
                source: workload, object: workload, operations: operations, reverse: reverse, copy: name)
            return [.keepCopy(copy), .derive(made), .awaitRollout(workload), .delete(secret)]
        }
        return StepProcedure(apply: anew(change, undo), undo: anew(undo, change))
    }

    private var nothing: StepProcedure {
        StepProcedure(byHand: ["Give \(workload) the new identity and take the key from it: where is not known."])
    }
}

extension SafePath {
    /// The name of the Secret that keeps an object while it is made anew; a name of an object has 253 characters at most.
    fileprivate static func kept(_ object: ObjectReference) -> String {
        let end = "-\(object.kind.lowercased())-keyshift-kept"
        let name = object.name + end
        return name.utf8.count <= 253 ? name : "keyshift-kept-" + digest("\(object)")
    }
}
