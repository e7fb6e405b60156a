import MigrationModel
import StructuredText

/// The Pods that a step is judged by: those of its canary, or all of the workload.
enum CanaryPods {
    /// The label that only objects and Pods of a canary have.
    private static let label = "keyshift-canary"

    /// Pods with what shows them; of a canary that is a Job also those that have ended.
    struct Found {
        var pods: [PodSight]
        var evidence: [Evidence]
        /// Why none need be there; `nil` where there have to be some.
        var idleness: String?
    }

    /// The Pods of a step.
    static func look(_ step: Step, _ scene: Scene) async throws(AccessProblem) -> Found {
        let reference = try step.requireWorkload()
        let reading = try scene.reading(step.cluster)
        if case .runCanary(let action) = step.action, !action.name.isEmpty {
            return try await labelled(action, reading)
        }
        let sight = try await WorkloadSight.look(reference, reading)
        guard case .runCanary(let action) = step.action else {
            let idleness = sight.object != nil && sight.isIdle ? "No Pod of \(reference) runs now." : nil
            return Found(pods: sight.living, evidence: sight.evidence, idleness: idleness)
        }
        let pods = sight.living.filter { action.pod.isEmpty || $0.name == action.pod }
        // Of Pods that were made in the same second, the one of the new template is meant.
        let new = pods.filter { formerness(of: $0, action.change) == nil }
        let newest = (new.isEmpty ? pods : new).max {
            ($0.object.created?.milliseconds ?? 0) < ($1.object.created?.milliseconds ?? 0)
        }
        return Found(pods: newest.map { [$0] } ?? [], evidence: sight.evidence)
    }

    /// What shows a Pod to be of the former template; `nil` for a new one.
    static func formerness(of pod: PodSight, _ change: TemplateChange?) -> String? {
        guard let change else { return nil }
        let (left, missing) = TemplateSight(value: pod.object.value).shortcomings(of: change)
        return (left.first ?? missing.first).map { "The Pod \(pod.name) is of the former template: \($0)." }
    }

    /// What can be said where no Pod is there: of an idle workload, what its canary has shown.
    ///
    /// - Parameters:
    ///   - found: the Pods.
    ///   - what: what a Pod would show, as the end of a sentence.
    ///   - verification: the verification that asks.
    ///   - step: the step that it asks for.
    ///   - scene: where to look.
    /// - Returns: the verdict; `nil` where there is a Pod.
    static func verdict(
        withoutPods found: Found, _ what: String, _ verification: Verification, of step: Step, _ scene: Scene
    ) -> Verdict? {
        guard found.pods.isEmpty else { return nil }
        guard let idleness = found.idleness else {
            return .notYet("There is no Pod yet that could show it.", found.evidence)
        }
        return isShown(verification, of: step, scene)
            ? .satisfied("\(idleness) The canary has shown \(what).", found.evidence)
            : .people("\(idleness) Nothing shows \(what).", found.evidence)
    }

    /// Whether the canary of the same service has shown something.
    private static func isShown(_ verification: Verification, of step: Step, _ scene: Scene) -> Bool {
        scene.plan.steps.contains { other in
            guard other.service == step.service, case .runCanary = other.action else { return false }
            return scene.state.steps[other.id]?.checks[verification]?.result == .satisfied
        }
    }

    private static func labelled(
        _ action: RunCanary, _ reading: any ClusterReading
    ) async throws(AccessProblem) -> Found {
        let list = try await reading.objects(ObjectKind("v1", "Pod"), in: action.workload.namespace ?? "")
        let all = list.value.map { PodSight(SeenObject($0)) }.filter { pod in
            pod.object.label(label) == action.name || action.workload.kind == "Pod" && pod.name == action.name
        }
        // A Job has done its work when its Pod has ended well.
        let pods = all.filter { pod in
            pod.isLiving
                || action.form == .manualJob && pod.object.status["phase"]?.asText == "Succeeded"
        }
        return Found(
            pods: pods,
            evidence: [list.evidence("The canary \(action.name) has \(WorkloadSight.count(pods.count, "Pod")).")])
    }

    /// What is left of a canary that is to be gone; `nil` where nothing is.
    static func leftover(
        of action: RemoveCanary, _ reading: any ClusterReading, _ step: Step, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict? {
        guard let object = object(action) else { return nil }
        let answer = try await reading.object(object)
        guard answer.value == nil else {
            return scene.missing(step, "The canary \(object) is still there.", [answer.evidence("\(object) is there.")])
        }
        let pods = try await reading.objects(ObjectKind("v1", "Pod"), in: action.workload.namespace ?? "")
        let left = pods.value.map { PodSight(SeenObject($0)) }.first {
            $0.object.label(label) == action.name && $0.isLiving
        }
        return left.map { .notYet("The Pod \($0.name) of the canary still runs.", [pods.evidence("It is there.")]) }
    }

    private static func object(_ action: RemoveCanary) -> ObjectReference? {
        guard !action.name.isEmpty else { return nil }
        let namespace = action.workload.namespace
        switch action.form {
        case .twin:
            return ObjectReference(apiVersion: "apps/v1", kind: "Deployment", namespace: namespace, name: action.name)
        case .manualJob:
            return ObjectReference(apiVersion: "batch/v1", kind: "Job", namespace: namespace, name: action.name)
        case .copy:
            return ObjectReference(
                apiVersion: action.workload.apiVersion, kind: action.workload.kind, namespace: namespace,
                name: action.name)
        case .partition, .oneNode: return nil
        }
    }
}
