public import MigrationModel

/// All verifications; a new one is a file beside the others and a line here.
public enum StepVerifications {
    /// In the order of a migration.
    public static let all: [any StepVerification.Type] = [
        IssuerTrusted.self,
        TrustExact.self,
        PermissionsAttached.self,
        IdentityBound.self,
        RolledOut.self,
        Injected.self,
        NoStaticSource.self,
        CallerIdentity.self,
        NoReference.self,
        CarrierGone.self,
        KeyUnused.self,
        KeyInactive.self,
        KeyGone.self,
        UserGone.self,
        Confirmed.self,
    ]

    /// Looks whether a step is done.
    ///
    /// Each cluster is seen as of one moment: what several of the verifications ask for is asked once.
    ///
    /// - Parameters:
    ///   - step: the step.
    ///   - scene: what can be asked.
    /// - Returns: one answer for each verification of the step, in its order. Nothing is thrown: what could not be looked up
    ///   cannot be told.
    public static func check(_ step: Step, in scene: Scene) async -> [StepCheck] {
        let remembering = scene.remembering([step.cluster])
        var checks: [StepCheck] = []
        for verification in step.verifications {
            guard let type = all.first(where: { $0.verification == verification }) else {
                checks.append(
                    StepCheck(
                        verification: verification, result: .cannotTell, reason: "Nothing here looks for it.",
                        evidence: []))
                continue
            }
            checks.append(await type.check(step, in: remembering))
        }
        return checks
    }
}

extension Scene {
    /// The same with clusters that are asked each question once.
    ///
    /// - Parameter names: the clusters by their names in the plan; others are not remembered.
    /// - Returns: the scene.
    public func remembering(_ names: Set<String>) -> Scene {
        var scene = self
        let readings = names.reduce(into: [String: any ClusterReading]()) { readings, name in
            guard let reading = cluster(name) else { return }
            readings[name] = reading is RememberingReading ? reading : RememberingReading(reading)
        }
        scene.cluster = { [cluster] name in readings[name] ?? cluster(name) }
        return scene
    }
}
