import MigrationModel
import StructuredText

/// Asks IAM about an access key.
///
/// See [get-access-key-last-used](https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccessKeyLastUsed.html): the last
/// request only, to within some hours.
struct AWSKeyLook {
    private let key: KeyName
    private let account: String
    private let scene: Scene

    init(_ key: KeyName, _ account: String, _ scene: Scene) {
        self.key = key
        self.account = account
        self.scene = scene
    }

    func look() async throws(AccessProblem) -> KeyLook {
        let aws = try await scene.aws(account: account)
        let remembered = scene.given("user", for: key) ?? scene.owners[key]
        let answer = try await lastUse(aws, isOwnerKnown: remembered != nil)
        let known = answer?.value?["UserName"]?.asText ?? remembered
        var look = KeyLook(sighting: KeySighting(state: .unknown, evidence: []), tellsUse: answer?.value != nil)
        look.owner = known
        let used = answer?.value?["AccessKeyLastUsed"] ?? .null
        look.lastUse = used["LastUsedDate"]?.asText.flatMap(ObservedTime.reading)
        look.use = [used["ServiceName"], used["Region"]].compactMap { $0?.asText }.filter { $0 != "N/A" }
            .joined(separator: " in ")
        guard let user = known else {
            guard let answer, answer.value == nil, !account.isEmpty else { throw unknownOwner }
            look.sighting = sighting(.absent, "", answer.evidence)
            return look
        }
        let list = try await aws.ask(["iam", "list-access-keys", "--user-name", user], "The keys of \(user)")
        guard let value = list.value else {
            // The user is gone, and every key with it; of an account that is not known it may be another user.
            guard !account.isEmpty else { throw unknownOwner }
            look.sighting = sighting(.absent, user, list.evidence)
            return look
        }
        let found = (value["AccessKeyMetadata"]?.asElements ?? []).first { $0["AccessKeyId"]?.asText == key.id }
        guard let found else {
            look.sighting = sighting(.absent, user, list.evidence)
            return look
        }
        look.sighting = sighting(found["Status"]?.asText == "Active" ? .active : .inactive, user, list.evidence)
        return look
    }

    /// What is said of the last use of a key that is gone is not documented; where its owner is known, its keys tell.
    private func lastUse(
        _ aws: AWSReading, isOwnerKnown: Bool
    ) async throws(AccessProblem) -> Observed<StructuredValue?>? {
        do throws(AccessProblem) {
            return try await aws.ask(
                ["iam", "get-access-key-last-used", "--access-key-id", key.id], "The last use of \(key.id)")
        } catch {
            guard isOwnerKnown, error.code == .forbidden else { throw error }
            return nil
        }
    }

    private func sighting(
        _ state: KeySighting.State, _ user: String, _ evidence: (String) -> Evidence
    ) -> KeySighting {
        KeySighting(state: state, evidence: [evidence(KeyOwner.statement(key, user, state))])
    }

    private var unknownOwner: AccessProblem {
        AccessProblem(
            .missingValue, "Neither the account nor the user of \(key.id) is known",
            advice: "Give the user with --set user-\(key.id)=….")
    }
}
