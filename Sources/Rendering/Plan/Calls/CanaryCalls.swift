import MigrationModel

/// The calls that start a canary, and end it.
struct CanaryCalls {
    private let action: RunCanary
    private let artefacts: [KubernetesArtefacts.Artefact]

    init(_ action: RunCanary, _ artefacts: KubernetesArtefacts) {
        self.action = action
        self.artefacts = artefacts.all
    }

    var procedure: StepProcedure {
        guard let start = artefacts.text(.canary) else {
            return StepProcedure(byHand: ["Start one Pod of \(action.workload) with the new identity, without the key."]
            )
        }
        if let canary = Self.object(action.form, action.name, action.workload) {
            let made = DerivedObject(source: action.workload, object: canary, operations: start)
            return StepProcedure(apply: [.derive(made), .awaitRollout(canary)], undo: [.delete(canary)])
        }
        guard let end = artefacts.text(.canaryUndo) else { return StepProcedure() }
        let workload = action.workload
        return StepProcedure(
            apply: [.patch(ObjectPatch(object: workload, operations: start, reverse: end))] + replacement,
            undo: [.patch(ObjectPatch(object: workload, operations: end, reverse: start))] + wayBack)
    }

    /// A StatefulSet that rolls up to a partition replaces its last Pod by itself; of a DaemonSet one Pod is as good as another.
    private var replacement: [Call] {
        switch action.form {
        case .oneNode: [.replacePods(PodReplacement(workload: action.workload, isOne: true))]
        case .partition where !action.pod.isEmpty:
            [.replacePods(PodReplacement(workload: action.workload, pod: action.pod))]
        default: [.awaitRollout(action.workload)]
        }
    }

    /// What nothing held back had been waiting for somebody to delete Pods, and does so again.
    private var wayBack: [Call] {
        action.hold == nil
            ? [.replacePods(PodReplacement(workload: action.workload))] : [.awaitRollout(action.workload)]
    }

    /// Ends a canary that is an object of its own; one that is a change of the workload was ended by the rollout.
    static func removal(_ action: RemoveCanary) -> StepProcedure {
        StepProcedure(apply: object(action.form, action.name, action.workload).map { [.delete($0)] } ?? [])
    }

    /// The object that is made for a canary; `nil` for forms that make none.
    static func object(_ form: RunCanary.Form, _ name: String, _ workload: ObjectReference) -> ObjectReference? {
        guard !name.isEmpty else { return nil }
        let (version, kind): (String, String)
        switch form {
        case .twin: (version, kind) = ("apps/v1", "Deployment")
        case .manualJob: (version, kind) = ("batch/v1", "Job")
        case .copy: (version, kind) = (workload.apiVersion, workload.kind)
        case .partition, .oneNode: return nil
        }
        return ObjectReference(apiVersion: version, kind: kind, namespace: workload.namespace, name: name)
    }
}

extension [KubernetesArtefacts.Artefact] {
    /// What the file for a purpose says; `nil` where there is none.
    func text(_ purpose: KubernetesArtefacts.Purpose) -> String? { first { $0.purpose == purpose }?.contents }
}
