import MigrationModel
import StructuredText

/// Nothing refers to the carrier any more: no template, kept revision, Pod, ServiceAccount or custom resource.
enum NoReference: LookingVerification {
    static let verification = Verification.noReference

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        switch step.action {
        case .removeCarrier(let action): try await carrier(action, step, scene)
        case .forgetRevisions(let action): try await revisions(action, step, scene)
        default: .cannotTell("\(step.id) takes no carrier away.")
        }
    }

    private static func carrier(
        _ action: RemoveCarrier, _ step: Step, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict {
        let reading = try scene.reading(step.cluster)
        let look = try await reading.references(to: [action.carrier], in: action.carrier.namespace ?? "")
        var references = look.value
        if let entries = action.entries {
            let answer = try await reading.object(action.carrier)
            // Who takes everything takes no key any more when its entry is gone.
            let isLeft =
                answer.value.map { value in entries.contains { CarrierGone.entries(of: value).contains($0) } } ?? false
            references = references.filter { reference in
                reference.entry.map(entries.contains) ?? (isLeft || !reference.isCertain && answer.value != nil)
            }
        }
        return verdict(references, "Nothing refers to \(action.carrier).", look.evidence)
    }

    /// Only what the workload itself keeps: other services may still need the carrier.
    private static func revisions(
        _ action: ForgetRevisions, _ step: Step, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict {
        let reading = try scene.reading(step.cluster)
        let sight = try await WorkloadSight.look(action.workload, reading)
        let name = "\(action.workload.kind)/\(action.workload.name)"
        if let annotation = action.annotations.first(where: { sight.object?.metadata["annotations"]?[$0] != nil }) {
            return scene.missing(
                step, "\(action.workload) still has the annotation \(annotation), which repeats its former template.",
                sight.evidence)
        }
        let namespace = action.workload.namespace ?? ""
        let look = try await reading.references(to: Set(action.carriers), in: namespace)
        let pods = Set(sight.pods.map(\.name))
        let own = look.value.filter { reference in
            "\(reference.object.kind)/\(reference.object.name)" == name || reference.owners.contains(name)
                || reference.object.kind == "Pod" && pods.contains(reference.object.name)
        }
        let blamed = own.filter { takesKey($0, step, scene) }
        let verdict = verdict(blamed, "No revision of \(action.workload) refers to what held the key.", look.evidence)
        guard verdict.result == .satisfied else { return verdict }
        return try await literals(action, step, scene, verdict)
    }

    /// Whether a reference brings a key: not to an entry that stays, be it named on purpose or of other files.
    private static func takesKey(_ reference: CarrierReference, _ step: Step, _ scene: Scene) -> Bool {
        guard let entry = reference.entry else { return true }
        let isKept = (scene.change(of: step)?.keeps ?? []).contains { kept in
            kept.kind.rawValue == reference.carrier.kind && kept.object == reference.carrier.name && kept.entry == entry
        }
        if isKept { return false }
        for other in scene.plan.steps where other.cluster == step.cluster {
            guard case .removeCarrier(let action) = other.action, action.carrier == reference.carrier else { continue }
            return action.entries?.contains(entry) ?? true
        }
        return true
    }

    /// A former revision may have the key in itself.
    private static func literals(
        _ action: ForgetRevisions, _ step: Step, _ scene: Scene, _ verdict: Verdict
    ) async throws(AccessProblem) -> Verdict {
        let scan = try await scene.reading(step.cluster).scan([action.workload.namespace ?? ""])
        let retired = scene.retired(of: scene.service(of: step))
        for consumption in scan.value.trace.consumptions
        where consumption.service.object.kind == action.workload.kind
            && consumption.service.object.name == action.workload.name && retired.contains(consumption.key)
            && consumption.carrier == nil
        {
            return .violated(
                "\(consumption.object) still holds \(consumption.key.id) in its template.",
                verdict.evidence + [scan.evidence("A template holds the key.")])
        }
        return .satisfied(verdict.reason, verdict.evidence + [scan.evidence("No template of it holds a key.")])
    }

    private static func verdict(
        _ references: [CarrierReference], _ reason: String, _ evidence: (String) -> Evidence
    ) -> Verdict {
        if let first = references.first(where: \.isCertain) {
            let others = references.count > 1 ? ", and so do \(references.count - 1) other places" : ""
            return .violated(
                "\(first.object) refers to \(first.carrier) at \(first.place)\(others).",
                [evidence("\(WorkloadSight.count(references.count, "reference")) found.")])
        }
        if let first = references.first {
            return .people(
                "\(first.object) may refer to \(first.carrier) at \(first.place); a person has to say whether it does.",
                [evidence("\(WorkloadSight.count(references.count, "field")) found that may refer to it.")])
        }
        return .satisfied(reason, [evidence("No reference was found.")])
    }
}
