import MigrationModel
import StructuredText

/// Asks Entra ID about secrets of applications, which have no inactive state.
enum AzureKeyLook {
    static func clientSecret(_ key: KeyName, _ scene: Scene) async throws(AccessProblem) -> KeyLook {
        guard let application = scene.given("APPLICATION_ID", for: key),
            let id = scene.given("CREDENTIAL_KEY_ID", for: key)
        else {
            throw AccessProblem(
                .missingValue, "The application of \(key.id) and the id of the secret in it are not known",
                advice: "Give them with --set APPLICATION_ID=… and --set CREDENTIAL_KEY_ID=….")
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
