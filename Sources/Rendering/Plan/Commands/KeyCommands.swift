import MigrationModel

/// The commands that watch a key and take it away, by its kind.
///
/// What the plan does not know (a user, an application) is asked of the cloud, or of a variable that must be set.
struct KeyCommands {
    let key: KeyName

    /// Shows when and for what it was used last.
    var showUse: [ShellCommand] {
        switch key.kind {
        case .awsAccessKey, .awsTemporaryKey:
            [ShellCommand("aws", "iam", "get-access-key-last-used", "--access-key-id", key.id)]
        case .googleServiceAccountKey:
            [
                ShellCommand(
                    "gcloud", "logging", "read",
                    "protoPayload.authenticationInfo.serviceAccountKeyName:\"/keys/\(key.id)\"", "--limit=5")
            ]
        case .googleHMACKey, .azureClientSecret, .azureStorageAccountKey: []
        }
    }

    /// Shows whether it is active, or there at all.
    var showState: [ShellCommand] {
        switch key.kind {
        case .awsAccessKey, .awsTemporaryKey:
            user + [ShellCommand(shell: "aws iam list-access-keys --user-name \"$user\"")]
        case .googleServiceAccountKey:
            account + [
                ShellCommand(
                    shell: "gcloud iam service-accounts keys list --iam-account=\"$SERVICE_ACCOUNT\" --filter="
                        + ShellWord.quoted("name:\(key.id)"))
            ]
        case .googleHMACKey: [ShellCommand("gcloud", "storage", "hmac", "describe", key.id)]
        case .azureClientSecret:
            application + [ShellCommand(shell: "az ad app credential list --id \"$APPLICATION_ID\"")]
        case .azureStorageAccountKey: []
        }
    }

    /// Makes it unusable so that it can be taken back; none where the cloud has no such state.
    var deactivate: [ShellCommand] { setActive(false) }
    /// Makes it usable again.
    var activate: [ShellCommand] { setActive(true) }

    /// Deletes it for good.
    var delete: [ShellCommand] {
        switch key.kind {
        case .awsAccessKey, .awsTemporaryKey:
            user + [aws("aws iam delete-access-key")]
        case .googleServiceAccountKey:
            account + [google("delete")]
        case .googleHMACKey: [ShellCommand("gcloud", "storage", "hmac", "delete", key.id)]
        case .azureClientSecret:
            application + [
                ShellCommand(shell: ": \"${CREDENTIAL_KEY_ID:?set it to the keyId of the secret}\""),
                ShellCommand(
                    shell: "az ad app credential delete --id \"$APPLICATION_ID\" --key-id \"$CREDENTIAL_KEY_ID\""),
            ]
        case .azureStorageAccountKey:
            [
                ShellCommand(shell: ": \"${STORAGE_ACCOUNT:?set it to the storage account}\""),
                ShellCommand(shell: ": \"${STORAGE_KEY:?set it to primary or secondary}\""),
                ShellCommand(
                    shell: "az storage account keys renew --account-name \"$STORAGE_ACCOUNT\" --key \"$STORAGE_KEY\""),
            ]
        }
    }

    /// Deletes its owner.
    var deleteOwner: [ShellCommand] {
        switch key.kind {
        case .awsAccessKey, .awsTemporaryKey:
            [
                // The key that named the user is gone by now.
                ShellCommand(shell: ": \"${USER_NAME:?set it to the IAM user that had the key}\""),
                ShellCommand(shell: "aws iam list-access-keys --user-name \"$USER_NAME\""),
                ShellCommand(shell: "aws iam list-attached-user-policies --user-name \"$USER_NAME\""),
                ShellCommand(shell: "aws iam list-groups-for-user --user-name \"$USER_NAME\""),
                ShellCommand(shell: "aws iam delete-user --user-name \"$USER_NAME\""),
            ]
        case .googleServiceAccountKey, .googleHMACKey:
            account + [ShellCommand(shell: "gcloud iam service-accounts delete \"$SERVICE_ACCOUNT\"")]
        case .azureClientSecret:
            application + [ShellCommand(shell: "az ad app delete --id \"$APPLICATION_ID\"")]
        case .azureStorageAccountKey: []
        }
    }

    private func setActive(_ isActive: Bool) -> [ShellCommand] {
        switch key.kind {
        case .awsAccessKey, .awsTemporaryKey:
            user + [aws("aws iam update-access-key --status \(isActive ? "Active" : "Inactive")")]
        case .googleServiceAccountKey: account + [google(isActive ? "enable" : "disable")]
        case .googleHMACKey:
            [ShellCommand("gcloud", "storage", "hmac", "update", key.id, isActive ? "--activate" : "--deactivate")]
        case .azureClientSecret, .azureStorageAccountKey: []
        }
    }

    private func aws(_ command: String) -> ShellCommand {
        ShellCommand(shell: "\(command) --user-name \"$user\" --access-key-id \(ShellWord.quoted(key.id))")
    }

    private func google(_ verb: String) -> ShellCommand {
        ShellCommand(
            shell: "gcloud iam service-accounts keys \(verb) \(ShellWord.quoted(key.id)) "
                + "--iam-account=\"$SERVICE_ACCOUNT\"")
    }

    private var user: [ShellCommand] {
        let find = ShellCommand(
            "aws", "iam", "get-access-key-last-used", "--access-key-id", key.id, "--query", "UserName", "--output",
            "text")
        return [ShellCommand(shell: "user=$(\(find.text))")]
    }

    private var account: [ShellCommand] {
        [ShellCommand(shell: ": \"${SERVICE_ACCOUNT:?set it to the address of the service account}\"")]
    }

    private var application: [ShellCommand] {
        [ShellCommand(shell: ": \"${APPLICATION_ID:?set it to the client id of the application}\"")]
    }
}
