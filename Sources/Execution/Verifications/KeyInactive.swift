import MigrationModel

/// The cloud refuses the key.
enum KeyInactive: LookingVerification {
    static let verification = Verification.keyInactive

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        let key = try step.requireKey()
        guard key.kind.provider != .azure else {
            return .people(
                "Azure has no inactive state of keys, so that only a person can say that nobody uses \(key.id).")
        }
        let sighting = try await KeyLooking.look(key, in: scene).sighting
        switch sighting.state {
        case .inactive: return .satisfied("\(key.id) is inactive.", sighting.evidence)
        case .absent: return .satisfied("\(key.id) is gone.", sighting.evidence)
        case .active: return scene.missing(step, "\(key.id) is active.", sighting.evidence)
        case .unknown: return .cannotTell("The cloud does not say whether \(key.id) is active.", sighting.evidence)
        }
    }
}
