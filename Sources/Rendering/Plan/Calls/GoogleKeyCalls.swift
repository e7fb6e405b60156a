import MigrationModel

/// The calls that take a key of Google away, and its service account.
struct GoogleKeyCalls {
    let key: String
    let project: String
    let gcloud: CloudWords

    /// See [disabling keys](https://cloud.google.com/iam/docs/keys-disable-enable).
    var deactivation: StepProcedure {
        StepProcedure(apply: [.cloud(setting("disable", "True"))], undo: [.cloud(setting("enable", ""))])
    }

    private func setting(_ verb: String, _ expected: String) -> CloudCall {
        CloudCall(
            words: gcloud.words(["iam", "service-accounts", "keys", verb, key] + ofAccount), givens: givens,
            inspection: CloudCall.Inspection(words: list("disabled"), expected: expected))
    }

    /// Refused for a key that somebody has enabled again.
    var deletion: StepProcedure {
        let enabled = list("name.basename()", filter: " AND NOT disabled=true")
        let delete = CloudCall(
            words: gcloud.words(["iam", "service-accounts", "keys", "delete", key] + ofAccount + ["--quiet"]),
            givens: givens, obstacles: [CloudCall.Obstacle(words: enabled, reason: "it is enabled")],
            inspection: CloudCall.Inspection(words: list("name.basename()"), expected: ""),
            doneCodes: ["NOT_FOUND"], absentCodes: ["NOT_FOUND"])
        return StepProcedure(apply: [.cloud(delete)])
    }

    /// See [HMAC keys](https://cloud.google.com/storage/docs/authentication/managing-hmackeys).
    var hmacDeactivation: StepProcedure {
        func setting(_ option: String, _ state: String) -> Call {
            .cloud(
                CloudCall(
                    words: gcloud.words(["storage", "hmac", "update", key, option] + inProject),
                    inspection: CloudCall.Inspection(
                        words: gcloud.words(
                            ["storage", "hmac", "describe", key] + inProject + ["--format=value(state)"]),
                        expected: state)))
        }
        return StepProcedure(
            apply: [setting("--deactivate", "INACTIVE")], undo: [setting("--activate", "ACTIVE")])
    }

    /// Google itself refuses one that is active.
    var hmacDeletion: StepProcedure {
        let list = gcloud.words(
            ["storage", "hmac", "list"] + inProject + ["--filter=accessId=\(key)", "--format=value(accessId)"])
        let delete = CloudCall(
            words: gcloud.words(["storage", "hmac", "delete", key] + inProject + ["--quiet"]),
            inspection: CloudCall.Inspection(words: list, expected: ""), doneCodes: ["NOT_FOUND"],
            absentCodes: ["NOT_FOUND"])
        return StepProcedure(apply: [.cloud(delete)])
    }

    var accountDeletion: StepProcedure {
        let keys = gcloud.words(
            ["iam", "service-accounts", "keys", "list"] + ofAccount
                + ["--managed-by=user", "--format=value(name.basename())"])
        let hmac = gcloud.words(
            ["storage", "hmac", "list"] + inProject
                + ["--filter=serviceAccountEmail=\(account)", "--format=value(accessId)"])
        let describe = gcloud.words("iam", "service-accounts", "describe", account, "--format=value(email)")
        let delete = CloudCall(
            words: gcloud.words("iam", "service-accounts", "delete", account, "--quiet"), givens: givens,
            obstacles: [
                CloudCall.Obstacle(words: keys, reason: "it has another key"),
                CloudCall.Obstacle(words: hmac, reason: "it has an HMAC key"),
            ],
            inspection: CloudCall.Inspection(words: describe, expected: ""), doneCodes: ["NOT_FOUND"],
            absentCodes: ["NOT_FOUND"])
        return StepProcedure(apply: [.cloud(delete)])
    }

    /// The name under which the service account is given.
    private var given: String { "service-account-\(key)" }
    private var givens: [String: String] { [given: "the address of the service account that \(key) belongs to"] }
    private var account: String { "{\(given)}" }
    private var ofAccount: [String] { ["--iam-account=\(account)"] }
    private var inProject: [String] { project.isEmpty ? [] : ["--project=\(project)"] }

    private func list(_ field: String, filter: String = "") -> [String] {
        gcloud.words(
            ["iam", "service-accounts", "keys", "list"] + ofAccount
                + ["--filter=name:\(key)\(filter)", "--format=value(\(field))"])
    }
}
