import MigrationModel
import StructuredText

/// Asks Entra ID about secrets of applications, which have no inactive state.
enum AzureKeyLook {
    static func clientSecret(_ key: KeyName, _ scene: Scene) async throws(AccessProblem) -> KeyLook {
        guard let application = scene.given("application", for: key),
            let id = scene.given("credential", for: key)
        else {
            throw AccessProblem(
                .missingValue, "The application of \(key.id) and the id of the secret in it are not known",
                advice: "Give them with --set application-\(key.id)=… and --set credential-\(key.id)=….")
        }
        let answer = try await scene.azure().ask(
            ["ad", "app", "credential", "list", "--id", application], "The secrets of \(application)")
        let isThere = (answer.value?.asElements ?? []).contains { $0["keyId"]?.asText == id }
        let state: KeySighting.State = isThere ? .active : .absent
        return KeyLook(
            sighting: KeySighting(state: state, evidence: [answer.evidence(KeyOwner.statement(key, "", state))]),
            owner: application)
    }
}
