import MigrationModel

/// The files of `kubernetes/` that one step has, each in the folder of what it is for.
struct KubernetesArtefacts {
    /// What a file is for, which is the beginning of its folder's name behind the phase.
    enum Purpose: String {
        /// What the step changes, from what was there when the plan was made.
        case change = ""
        /// The way back from it.
        case undo = "-undo"
        /// The canary: what makes it from the workload, or the change with all other Pods held back.
        case canary = "-canary"
        /// The way back from a canary that is a change of the workload itself.
        case canaryUndo = "-canary-undo"
        /// What lets the other Pods follow a canary.
        case release = "-release"
        /// What holds them back again.
        case releaseUndo = "-release-undo"
        /// What makes an object anew that cannot be changed.
        case recreation = "-recreation"
        /// What makes it anew as it was.
        case recreationUndo = "-recreation-undo"
        /// The template with references in the place of literals.
        case literal = "-literal"
    }

    /// One file.
    struct Artefact {
        /// What a file holds; a patch is written out only where its text is wanted.
        enum Source {
            case text(String)
            case patch(JSONPatch)
        }

        var purpose: Purpose
        var path: String
        var source: Source
        /// The object that a component hands it to; `nil` for a manifest of its own, and for what is no part of a component.
        var target: ObjectReference?
        /// Whether a kustomization can use it.
        var isInComponent = true

        /// The whole text.
        var contents: String {
            switch source {
            case .text(let text): text
            case .patch(let patch): patch.text
            }
        }
    }

    let step: Step
    let context: PlanContext

    init(_ step: Step, _ context: PlanContext) {
        self.step = step
        self.context = context
    }

    /// All files of the step.
    var all: [Artefact] {
        switch step.action {
        case .createServiceAccount(let action):
            guard let text = ServiceAccountManifest.text(of: action) else { return [] }
            return [
                Artefact(
                    purpose: .change, path: ServiceAccountManifest.path(of: action, step, context), source: .text(text))
            ]
        case .bindIdentity(let action):
            guard let text = BindingPatch.text(of: action, context) else { return [] }
            let account = ObjectReference(
                apiVersion: "v1", kind: "ServiceAccount", namespace: action.namespace, name: action.serviceAccount)
            return [
                Artefact(
                    purpose: .change, path: BindingPatch.path(of: action, step, context), source: .text(text),
                    target: account)
            ]
        case .moveLiteral(let action):
            // A folder per workload: two names joined could be those of another workload.
            let name = "/" + SafePath.part(action.container)
            return patches([(.literal, LiteralPatch.patch(of: action), true)], of: action.workload, suffix: name)
        case .runCanary(let action): return canary(action)
        case .changeWorkload(let action): return change(action)
        case .removeCarrier(let action): return carrier(action)
        default: return []
        }
    }

    /// The Secrets into which literals of the service were moved.
    private var moved: Set<String> {
        Set(
            context.steps(of: step.service).compactMap { step in
                if case .moveLiteral(let action) = step.action { action.secret } else { nil }
            })
    }

    private func canary(_ action: RunCanary) -> [Artefact] {
        switch action.form {
        case .twin, .manualJob, .copy:
            return patches([(.canary, CanaryPatch.patch(of: action, literalsIn: moved), false)], of: action.workload)
        case .partition, .oneNode:
            guard let change = TemplatePatch(action.change, literalsIn: moved) else { return [] }
            let expected = JSONPatch.expecting(action.workload)
            let hold = action.hold.map(HoldPatch.holding) ?? JSONPatch()
            let release = action.hold.map(HoldPatch.releasing) ?? JSONPatch()
            return patches(
                [
                    (.canary, expected + hold + change.forward, true),
                    (.canaryUndo, expected + change.undo + release, false),
                ], of: action.workload)
        }
    }

    private func change(_ action: ChangeWorkload) -> [Artefact] {
        guard !action.workload.name.isEmpty, let change = TemplatePatch(action.change, literalsIn: moved) else {
            return []
        }
        let expected = JSONPatch.expecting(action.workload)
        var wanted: [(Purpose, JSONPatch?, Bool)] = [
            (.change, expected + change.forward, true), (.undo, expected + change.undo, true),
        ]
        if action.way == .release, let hold = action.hold {
            wanted.append((.release, expected + HoldPatch.releasing(hold), false))
            wanted.append((.releaseUndo, expected + HoldPatch.holding(hold), false))
        }
        if action.way == .recreation {
            for (purpose, isUndo) in [(Purpose.recreation, false), (.recreationUndo, true)] {
                let patch = RecreationPatch.patch(of: action, behind: runCanary, literalsIn: moved, isUndo: isUndo)
                wanted.append((purpose, patch, false))
            }
        }
        return patches(wanted, of: action.workload)
    }

    private var runCanary: RunCanary? {
        context.steps(of: step.service).lazy.compactMap { step in
            if case .runCanary(let action) = step.action { action } else { nil }
        }.first
    }

    /// Only of carriers that others have a manifest of: the Secrets of moved literals are made by the plan itself.
    private func carrier(_ action: RemoveCarrier) -> [Artefact] {
        guard step.service.isEmpty, !action.carrier.name.isEmpty else { return [] }
        let path =
            folder(.change) + context.paths.carriers[PlanPaths.carrier(step.cluster, action.carrier)] + ".patch.yaml"
        return [
            Artefact(
                purpose: .change, path: path, source: .text(CarrierManifest.text(of: action)), target: action.carrier)
        ]
    }

    private func patches(
        _ wanted: [(purpose: Purpose, patch: JSONPatch?, isInComponent: Bool)], of workload: ObjectReference,
        suffix: String = ""
    ) -> [Artefact] {
        wanted.compactMap { purpose, patch, isInComponent in
            guard let patch else { return nil }
            let name = context.paths.services[step.service] + suffix
            return Artefact(
                purpose: purpose, path: folder(purpose) + name + ".patch.json", source: .patch(patch), target: workload,
                isInComponent: isInComponent)
        }
    }

    private func folder(_ purpose: Purpose) -> String { "kubernetes/\(step.phase.rawValue)\(purpose.rawValue)/" }
}
