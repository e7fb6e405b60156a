import MigrationModel

/// The calls that take a key of Azure away, and its application.
///
/// The ids of such keys are fingerprints, which Azure does not know: everything that names them is given.
struct AzureKeyCalls {
    let key: String
    let az: CloudWords
    private let directory = CloudWords(azureDirectory: ())

    init(key: String, az: CloudWords) {
        self.key = key
        self.az = az
    }

    /// See [credentials of an application](https://learn.microsoft.com/cli/azure/ad/app/credential).
    var secretDeletion: StepProcedure {
        let secret = "credential-\(key)"
        let list = directory.words(
            "ad", "app", "credential", "list", "--id", application, "--query", "[?keyId=='{\(secret)}'].keyId",
            "--output", "tsv")
        let delete = CloudCall(
            words: directory.words(
                "ad", "app", "credential", "delete", "--id", application, "--key-id", "{\(secret)}"),
            givens: givens.merging([secret: "the keyId of the client secret \(key)"]) { $1 },
            inspection: CloudCall.Inspection(words: list, expected: ""), absentCodes: Self.absent)
        return StepProcedure(apply: [.cloud(delete)])
    }

    /// A shared key is not deleted but renewed; what it becomes is printed by `az`, and by nothing else.
    ///
    /// Done again it is renewed again, which harms nobody: the key that was replaced is gone since the first time.
    var storageKeyRenewal: StepProcedure {
        let (account, name) = ("storage-account-\(key)", "storage-key-\(key)")
        let renew = CloudCall(
            words: az.words(
                "storage", "account", "keys", "renew", "--account-name", "{\(account)}", "--key", "{\(name)}",
                "--output", "none"),
            givens: [account: "the storage account of \(key)", name: "which of its keys it is: primary or secondary"])
        return StepProcedure(apply: [.cloud(renew)])
    }

    var applicationDeletion: StepProcedure {
        func list(_ words: String..., query: String) -> [String] {
            directory.words(["ad", "app"] + words + ["--id", application, "--query", query, "--output", "tsv"])
        }
        let delete = CloudCall(
            words: directory.words("ad", "app", "delete", "--id", application), givens: givens,
            obstacles: [
                CloudCall.Obstacle(
                    words: list("credential", "list", query: "[].keyId"), reason: "it has another secret"),
                CloudCall.Obstacle(
                    words: list("credential", "list", "--cert", query: "[].keyId"), reason: "it has a certificate"),
                CloudCall.Obstacle(
                    words: list("federated-credential", "list", query: "[].name"),
                    reason: "it has a federated credential"),
            ],
            inspection: CloudCall.Inspection(words: list("show", query: "appId"), expected: ""),
            doneCodes: Self.absent, absentCodes: Self.absent)
        return StepProcedure(apply: [.cloud(delete)])
    }

    private static let absent = ["ResourceNotFound", "Request_ResourceNotFound"]
    private var given: String { "application-\(key)" }
    private var application: String { "{\(given)}" }
    private var givens: [String: String] { [given: "the client id of the application that \(key) belongs to"] }
}
