import MigrationModel

/// A person said so.
enum Confirmed: LookingVerification {
    static let verification = Verification.confirmed

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        .people("Only a person can say that \(step.id) is done.")
    }
}
