import MigrationModel

/// The key has not been used since its last service was moved.
enum KeyUnused: LookingVerification {
    static let verification = Verification.keyUnused

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        let key = try step.requireKey()
        let look = try await KeyLooking.look(key, in: scene)
        guard let start = start(step, key, scene) else {
            return .cannotTell(
                "It is not known since when \(key.id) should be unused: the steps before are not verified.",
                look.sighting.evidence)
        }
        if let use = look.lastUse, use > start {
            let place = look.use.isEmpty ? "" : " for \(look.use)"
            return .violated(
                "\(key.id) was used at \(use.text)\(place), after its services were moved at \(start.text).",
                look.sighting.evidence)
        }
        guard look.tellsUse, look.lastUse != nil || key.kind == .awsAccessKey else {
            return look.sighting.state == .absent
                ? .satisfied("\(key.id) is gone, so that nobody can use it.", look.sighting.evidence)
                : .people(
                    "Nothing shows a use of \(key.id) since \(start.text), and nothing shows that there was none.",
                    look.sighting.evidence)
        }
        let last = look.lastUse.map { "was last used at \($0.text)" } ?? "was never used"
        return .satisfied("\(key.id) \(last), before \(start.text).", look.sighting.evidence)
    }

    /// When the last of the steps before was verified, or the key's quiet began where that is known.
    private static func start(_ step: Step, _ key: KeyName, _ scene: Scene) -> Timestamp? {
        let verified = step.after.compactMap { id -> Timestamp? in
            guard let progress = scene.state.steps[id] else { return nil }
            return progress.checks.values.compactMap(\.holdsSince).max() ?? progress.at
        }
        return verified.max() ?? scene.state.keys[key]?.quietSince
    }
}
