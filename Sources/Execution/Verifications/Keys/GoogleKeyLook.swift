import MigrationModel
import StructuredText

/// Asks Google Cloud about keys of service accounts.
///
/// See [managing keys](https://cloud.google.com/iam/docs/keys-disable-enable) and
/// [HMAC keys](https://cloud.google.com/storage/docs/authentication/managing-hmackeys).
enum GoogleKeyLook {
    static func serviceAccountKey(_ key: KeyName, _ scene: Scene) async throws(AccessProblem) -> KeyLook {
        guard let account = scene.given("service-account", for: key) else {
            throw AccessProblem(
                .missingValue, "The service account of \(key.id) is not known",
                advice: "Give its address with --set service-account-\(key.id)=….")
        }
        let answer = try await scene.google().ask(
            ["iam", "service-accounts", "keys", "list", "--iam-account=\(account)"], "The keys of \(account)")
        // A service account that is gone has no keys.
        let found = (answer.value?.asElements ?? []).first { $0["name"]?.asText?.hasSuffix("/keys/\(key.id)") ?? false }
        let state: KeySighting.State =
            if let found { found["disabled"]?.asTruth == true ? .inactive : .active } else { .absent }
        var look = KeyLook(
            sighting: KeySighting(state: state, evidence: [answer.evidence(KeyOwner.statement(key, "", state))]),
            owner: account)
        if let use = try? await lastUse(key, scene) {
            (look.lastUse, look.tellsUse) = (use, true)
        }
        return look
    }

    /// The newest entry of the logs that names the key; that there is none shows nothing, since most calls are not logged.
    private static func lastUse(_ key: KeyName, _ scene: Scene) async throws(AccessProblem) -> Timestamp? {
        let answer = try await scene.google().require(
            [
                "logging", "read", "protoPayload.authenticationInfo.serviceAccountKeyName:\"/keys/\(key.id)\"",
                "--limit=1",
            ], "The use of \(key.id)")
        return answer.value.asElements.first?["timestamp"]?.asText.flatMap(ObservedTime.reading)
    }

    static func hmac(_ key: KeyName, _ scene: Scene) async throws(AccessProblem) -> KeyLook {
        let answer = try await scene.google().ask(["storage", "hmac", "describe", key.id], "The key \(key.id)")
        let state: KeySighting.State =
            switch answer.value?["state"]?.asText {
            case "ACTIVE": .active
            case "INACTIVE": .inactive
            case "DELETED": .absent
            default: answer.value == nil ? .absent : .unknown
            }
        return KeyLook(
            sighting: KeySighting(state: state, evidence: [answer.evidence(KeyOwner.statement(key, "", state))]),
            owner: answer.value?["serviceAccountEmail"]?.asText)
    }
}
