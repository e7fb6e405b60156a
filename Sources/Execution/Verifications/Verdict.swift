import MigrationModel

/// What a look came to, before it is written down as a check.
struct Verdict: Sendable {
    var result: StepCheck.Result
    var reason: String
    var evidence: [Evidence]
    /// Whether a person may say it in place of what cannot be looked up.
    var isForPeople = false
    /// Whether something is not there that has to be, so that it is lost where it was seen before.
    var isAbsence = false

    static func satisfied(_ reason: String, _ evidence: [Evidence]) -> Verdict {
        Verdict(result: .satisfied, reason: reason, evidence: evidence)
    }
    static func notYet(_ reason: String, _ evidence: [Evidence]) -> Verdict {
        Verdict(result: .notYet, reason: reason, evidence: evidence)
    }
    /// Something is as it was before the step, which is a loss where it was otherwise already.
    static func former(_ reason: String, _ evidence: [Evidence]) -> Verdict {
        Verdict(result: .notYet, reason: reason, evidence: evidence, isAbsence: true)
    }
    static func violated(_ reason: String, _ evidence: [Evidence]) -> Verdict {
        Verdict(result: .violated, reason: reason, evidence: evidence)
    }
    static func cannotTell(_ reason: String, _ evidence: [Evidence] = []) -> Verdict {
        Verdict(result: .cannotTell, reason: reason, evidence: evidence)
    }
    /// Nothing here can show it, and a person may say so.
    static func people(_ reason: String, _ evidence: [Evidence] = []) -> Verdict {
        Verdict(result: .cannotTell, reason: reason, evidence: evidence, isForPeople: true)
    }
}

/// A verification that looks something up and may fail to.
protocol LookingVerification: StepVerification {
    /// Looks.
    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict
}

extension LookingVerification {
    /// Looks; what could not be looked up cannot be told.
    static func check(_ step: Step, in scene: Scene) async -> StepCheck {
        let verdict: Verdict
        do throws(AccessProblem) {
            verdict = try await look(step, in: scene)
        } catch {
            verdict = .cannotTell("\(error.message): \(error.advice)")
        }
        let isLost = verdict.isAbsence && scene.hasSeen(verification, of: step)
        return StepCheck(
            verification: verification, result: isLost ? .violated : verdict.result, reason: verdict.reason,
            evidence: verdict.evidence
        ).confirmed(by: verdict.isForPeople ? scene.confirmations[step.id] : nil, at: scene.now)
    }
}

extension StepCheck {
    /// The same, satisfied where a person has said what nothing else can show.
    fileprivate func confirmed(by statement: String?, at time: Timestamp) -> StepCheck {
        guard let statement, result == .cannotTell else { return self }
        return StepCheck(
            verification: verification, result: .satisfied, reason: "A person confirmed it.",
            evidence: evidence + [Evidence(source: "confirmed by a person", time: time, statement: statement)])
    }
}

extension Scene {
    /// Whether something of a step was seen to hold since the step was last changed.
    fileprivate func hasSeen(_ verification: Verification, of step: Step) -> Bool {
        guard let check = state.steps[step.id]?.checks[verification] else { return false }
        return check.result == .satisfied || check.isRegressed
    }

    /// What it means that something is not there: it may still come where somebody else does the step, or it was done just now.
    ///
    /// IAM and its like give no bound for how long a change takes until it is seen; five minutes are far more than was measured.
    func absence(_ step: Step) -> StepCheck.Result {
        guard step.actor == .keyshift, let progress = state.steps[step.id], let at = progress.at else { return .notYet }
        guard [.applied, .running].contains(progress.stage) else { return .notYet }
        return now < at.adding(milliseconds: 300_000) ? .notYet : .violated
    }

    /// Something that is missing and may still come, or will not.
    func missing(_ step: Step, _ reason: String, _ evidence: [Evidence]) -> Verdict {
        Verdict(result: absence(step), reason: reason, evidence: evidence, isAbsence: true)
    }
}
