import MigrationModel

/// The key is not there any more.
enum KeyGone: LookingVerification {
    static let verification = Verification.keyGone

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        let key = try step.requireKey()
        guard key.kind != .azureStorageAccountKey else {
            return .people("The keys of a storage account cannot be told apart without reading them.")
        }
        let sighting = try await KeyLooking.look(key, in: scene).sighting
        switch sighting.state {
        case .absent: return .satisfied("\(key.id) is gone.", sighting.evidence)
        case .active, .inactive: return scene.missing(step, "\(key.id) is still there.", sighting.evidence)
        case .unknown: return .cannotTell("The cloud does not say whether \(key.id) is there.", sighting.evidence)
        }
    }
}
