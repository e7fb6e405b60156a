import MigrationModel
import StructuredText

/// Every Pod of the workload is of the new template, ready, and younger than the binding of its identity.
enum RolledOut: LookingVerification {
    static let verification = Verification.rolledOut

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        let reference = try step.requireWorkload()
        let reading = try scene.reading(step.cluster)
        if case .removeCanary(let action) = step.action,
            let left = try await CanaryPods.leftover(of: action, reading, step, scene)
        {
            return left
        }
        let sight = try await WorkloadSight.look(reference, reading)
        guard let object = sight.object else {
            return scene.missing(step, "\(reference) is not there.", sight.evidence)
        }
        if case .moveLiteral(let action) = step.action,
            let gap = try await literals(action, reading, step, scene)
        {
            return gap
        }
        return RolloutLook(step, scene, sight, object).verdict()
    }

    /// The Secret that takes the literals has all of them.
    private static func literals(
        _ action: MoveLiteral, _ reading: any ClusterReading, _ step: Step, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict? {
        let secret = ObjectReference(
            apiVersion: "v1", kind: "Secret", namespace: action.workload.namespace, name: action.secret)
        let answer = try await reading.object(secret)
        let entries = Set((answer.value?["data"]?.asMembers ?? []).map(\.key))
        guard let gap = action.variables.first(where: { !entries.contains($0) }) else { return nil }
        return scene.missing(
            step, "\(secret) does not hold \(gap).", [answer.evidence("It has no entry \(gap).")])
    }
}

/// Holds a workload and its Pods against what a step changes.
private struct RolloutLook {
    private let step: Step
    private let scene: Scene
    private let sight: WorkloadSight
    private let object: SeenObject
    private let change: TemplateChange?

    init(_ step: Step, _ scene: Scene, _ sight: WorkloadSight, _ object: SeenObject) {
        self.step = step
        self.scene = scene
        self.sight = sight
        self.object = object
        change = scene.change(of: step)
    }

    private var name: String { "\(object.reference)" }

    func verdict() -> Verdict {
        if let template = templateVerdict { return template }
        let status = RolloutStatus(of: sight, object)
        if let stuck = status.stuck {
            return .violated(sentence("\(name) does not come to its new template: \(stuck)"), sight.evidence)
        }
        if let waiting = status.waiting {
            return .notYet(sentence("\(name) is not rolled out yet: \(waiting)\(trouble)"), sight.evidence)
        }
        if let job = formerJob {
            return .notYet("The Job \(job) of \(name) still runs with the former template.", sight.evidence)
        }
        for pod in sight.living {
            if let former = formerness(of: pod) { return .former(former, sight.evidence) }
            if let gap = gap(of: pod, status) { return .notYet(gap, sight.evidence) }
        }
        return ageVerdict
            ?? .satisfied(
                "Every Pod of \(name) is of the new template\(needsReady ? " and ready" : "").", sight.evidence)
    }

    /// What the template of the workload lacks; `nil` where nothing, or where only Pods show it.
    private var templateVerdict: Verdict? {
        let (left, missing) = templateGaps
        guard let first = left.first ?? missing.first else { return nil }
        let reason = "The template of \(name) is not the new one: \(first)\(object.managedBy)."
        // Somebody else may still make the change; what is half made is another one.
        let isUntouched = missing.count + left.count == expected
        return Verdict(
            result: isUntouched ? scene.absence(step) : step.actor == .keyshift ? .violated : .notYet, reason: reason,
            evidence: sight.evidence, isAbsence: true)
    }

    private var templateGaps: (left: [String], missing: [String]) {
        if case .moveLiteral(let action) = step.action {
            guard let place = templatePlace(action.pointers.first), let value = object.value.seen(at: place) else {
                return ([], [])
            }
            return (TemplateSight(value: value).shortcomings(of: action), [])
        }
        guard let change, let place = change.template, let value = object.value.seen(at: place) else { return ([], []) }
        return TemplateSight(value: value).shortcomings(of: change)
    }

    /// How many shortcomings the former template has.
    private var expected: Int {
        if case .moveLiteral(let action) = step.action { return action.variables.count }
        guard let change else { return 0 }
        let removed = change.removals.count { $0.kind != .byHand }
        return removed + (change.serviceAccount == nil ? 0 : 1) + change.labels.count + change.keeps.count
    }

    /// `/spec/template` of `/spec/template/spec/containers/0/env/1`; empty for a Pod.
    private func templatePlace(_ pointer: String?) -> String? {
        guard let pointer, let end = pointer.lastRange(of: "/spec/") else { return nil }
        return String(pointer[..<end])
    }

    /// Pods of Jobs end and are never waited for.
    private var needsReady: Bool { !["CronJob", "Job"].contains(object.kind) }

    /// A Job that was made from the former template and has not ended.
    private var formerJob: String? {
        guard object.kind == "CronJob", let change else { return nil }
        return sight.revisions.first { job in
            guard job.kind == "Job", !job.hasEnded, !job.isTerminating, let value = job.spec["template"] else {
                return false
            }
            let (left, missing) = TemplateSight(value: value).shortcomings(of: change)
            return !left.isEmpty || !missing.isEmpty
        }?.name
    }

    private func formerness(of pod: PodSight) -> String? {
        let template = TemplateSight(value: pod.object.value)
        var gaps: [String] = []
        if let change {
            let (left, missing) = template.shortcomings(of: change)
            gaps = left + missing
        } else if case .moveLiteral(let action) = step.action {
            gaps = template.shortcomings(of: action)
        }
        return gaps.first.map { "The Pod \(pod.name) of \(name) is of the former template: \($0)." }
    }

    private func gap(of pod: PodSight, _ status: RolloutStatus) -> String? {
        if !status.isNew(pod) { return "The Pod \(pod.name) of \(name) is not of the newest template." }
        guard needsReady else { return nil }
        if !pod.isReady {
            return sentence("The Pod \(pod.name) of \(name) is not ready\(pod.trouble.map { ": " + $0 } ?? "")")
        }
        let (count, last) = pod.restarts
        if count >= 3, let last, last > scene.now.adding(milliseconds: -600_000) {
            return
                "The containers of the Pod \(pod.name) of \(name) were started again \(count) times, last at \(last.text)."
        }
        return nil
    }

    /// A Pod that is older than the binding may have come up without it.
    private var ageVerdict: Verdict? {
        guard case .moveLiteral = step.action else {
            guard let binding = scene.binding(of: step) else { return nil }
            guard let since = binding.since else {
                return .notYet("The binding of the identity was not verified yet: \(binding.step.id).", sight.evidence)
            }
            // The API server says when a Pod was made to the second.
            let bound = Timestamp(milliseconds: since.milliseconds - since.milliseconds % 1000)
            guard let old = sight.living.first(where: { $0.object.created.map { $0 < bound } ?? true }) else {
                return nil
            }
            return .notYet(
                "The Pod \(old.name) of \(name) is older than the binding of its identity, which holds since \(since.text).",
                sight.evidence)
        }
        return nil
    }

    private var trouble: String {
        for pod in sight.living { if let trouble = pod.trouble { return "; in the Pod \(pod.name) \(trouble)" } }
        return ""
    }

    private func sentence(_ text: String) -> String { text + "." }
}

extension String {
    /// Where a text stands last, to its first character.
    fileprivate func lastRange(of text: String) -> String.Index? {
        var index = endIndex
        while index > startIndex {
            index = self.index(before: index)
            if self[index...].hasPrefix(text) { return index }
        }
        return nil
    }
}
