import MigrationModel

/// The user, service account or application that had the key is not there any more.
enum UserGone: LookingVerification {
    static let verification = Verification.userGone

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        let key = try step.requireKey()
        switch key.kind {
        case .awsAccessKey, .awsTemporaryKey:
            guard let user = scene.given("user", for: key) ?? scene.owners[key] else {
                return .people(
                    "The user that had \(key.id) is not known any more; give it with --set user-\(key.id)=….")
            }
            let account = scene.plan.keys.first { $0.key == key }?.account ?? ""
            guard !account.isEmpty else {
                return .people("The account of \(key.id) is not known, so that a user of this name may be another one.")
            }
            let answer = try await scene.aws(account: account).ask(
                ["iam", "get-user", "--user-name", user], "The user \(user)")
            return verdict(answer, "The user \(user)", step, scene)
        case .googleServiceAccountKey, .googleHMACKey:
            guard let account = scene.given("service-account", for: key) else {
                return .people(
                    "The service account of \(key.id) is not known; give it with --set service-account-\(key.id)=….")
            }
            let answer = try await scene.google().ask(
                ["iam", "service-accounts", "describe", account], "The service account \(account)")
            return verdict(answer, "The service account \(account)", step, scene)
        case .azureClientSecret:
            guard let application = scene.given("application", for: key) else {
                return .people("The application of \(key.id) is not known; give it with --set application-\(key.id)=….")
            }
            let answer = try await scene.azure().ask(
                ["ad", "app", "show", "--id", application], "The application \(application)")
            return verdict(answer, "The application \(application)", step, scene)
        case .azureStorageAccountKey:
            return .people("Whether a storage account goes with its keys, only a person can say.")
        }
    }

    private static func verdict<Value>(
        _ answer: Observed<Value?>, _ name: String, _ step: Step, _ scene: Scene
    ) -> Verdict {
        answer.value == nil
            ? .satisfied("\(name) is gone.", [answer.evidence("It is not there.")])
            : scene.missing(step, "\(name) is still there.", [answer.evidence("It is there.")])
    }
}
