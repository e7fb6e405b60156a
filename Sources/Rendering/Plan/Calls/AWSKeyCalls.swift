import MigrationModel

/// The calls that take an access key of AWS away, and its user.
struct AWSKeyCalls {
    let key: String
    let aws: CloudWords

    /// The user is asked for: the id of the key names it as long as the key is there.
    var deactivation: StepProcedure {
        StepProcedure(apply: [.cloud(setting("Inactive"))], undo: [.cloud(setting("Active"))])
    }

    private func setting(_ status: String) -> CloudCall {
        CloudCall(
            words: aws.words(
                "iam", "update-access-key", "--user-name", "{user}", "--access-key-id", key, "--status", status),
            lookups: [user],
            inspection: CloudCall.Inspection(words: list("Status"), expected: status), account: aws.account)
    }

    /// Refused for a key that somebody has activated again.
    var deletion: StepProcedure {
        let active = list("AccessKeyId", filter: " && Status=='Active'")
        let delete = CloudCall(
            words: aws.words("iam", "delete-access-key", "--user-name", "{user}", "--access-key-id", key),
            lookups: [user], obstacles: [CloudCall.Obstacle(words: active, reason: "it is active")],
            inspection: CloudCall.Inspection(words: list("AccessKeyId"), expected: ""),
            doneCodes: ["NoSuchEntity"], absentCodes: ["NoSuchEntity"], isDoneWithoutLookup: true,
            account: aws.account)
        return StepProcedure(apply: [.cloud(delete)])
    }

    /// What belongs to the user goes first, without which IAM refuses to delete it
    /// ([deleting a user](https://docs.aws.amazon.com/IAM/latest/UserGuide/id_users_remove.html)).
    ///
    /// The key that named the user is gone by now, so its name is given.
    var userDeletion: StepProcedure {
        let parts: [(list: [String], query: String, delete: [String])] = [
            (
                ["list-attached-user-policies"], "AttachedPolicies[].[PolicyArn]",
                ["detach-user-policy", "--policy-arn"]
            ),
            (["list-user-policies"], "PolicyNames[].[@]", ["delete-user-policy", "--policy-name"]),
            (["list-groups-for-user"], "Groups[].[GroupName]", ["remove-user-from-group", "--group-name"]),
            (["list-mfa-devices"], "MFADevices[].[SerialNumber]", ["deactivate-mfa-device", "--serial-number"]),
        ]
        var calls = parts.map { part in
            call(
                [part.delete[0]] + ofUser + [part.delete[1], "{each}"],
                each: CloudCall.Lookup(name: "each", words: listing(part.list, part.query)))
        }
        calls[0].obstacles = obstacles
        var delete = call(["delete-user"] + ofUser)
        delete.obstacles = obstacles
        delete.inspection = CloudCall.Inspection(words: listing(["get-user"], "User.UserName"), expected: "")
        return StepProcedure(apply: (calls + [delete]).map(Call.cloud))
    }

    /// The name under which the user is given.
    private var given: String { "user-\(key)" }
    private var ofUser: [String] { ["--user-name", "{\(given)}"] }

    private func call(_ words: [String], each: CloudCall.Lookup? = nil) -> CloudCall {
        CloudCall(
            words: aws.words(["iam"] + words), givens: [given: "the name of the IAM user that had \(key)"], each: each,
            doneCodes: ["NoSuchEntity"], absentCodes: ["NoSuchEntity"], account: aws.account)
    }

    /// Another use is whatever else a user can be known by.
    private var obstacles: [CloudCall.Obstacle] {
        [
            (["list-access-keys"], "AccessKeyMetadata[].AccessKeyId", "it has another access key"),
            (["get-login-profile"], "LoginProfile.UserName", "it can log in to the console"),
            (["list-signing-certificates"], "Certificates[].CertificateId", "it has a signing certificate"),
            (["list-ssh-public-keys"], "SSHPublicKeys[].SSHPublicKeyId", "it has an SSH key"),
            (
                ["list-service-specific-credentials"],
                "ServiceSpecificCredentials[].ServiceSpecificCredentialId", "it has credentials of a service"
            ),
        ].map { CloudCall.Obstacle(words: listing($0.0, $0.1), reason: $0.2) }
    }

    private func listing(_ words: [String], _ query: String) -> [String] {
        aws.words(["iam"] + words + ofUser + ["--query", query, "--output", "text"])
    }

    /// Remembered by whoever has seen the key before, since nobody knows the owner of one that is gone.
    private var user: CloudCall.Lookup {
        CloudCall.Lookup(
            name: "user",
            words: aws.words(
                "iam", "get-access-key-last-used", "--access-key-id", key, "--query", "UserName", "--output", "text"),
            given: given)
    }

    /// What is there of the key; nothing when it is gone.
    private func list(_ field: String, filter: String = "") -> [String] {
        let query = "AccessKeyMetadata[?AccessKeyId==\(CloudWords.literal(key))\(filter)].\(field)"
        return aws.words(
            "iam", "list-access-keys", "--user-name", "{user}", "--query", query, "--output", "text")
    }
}
