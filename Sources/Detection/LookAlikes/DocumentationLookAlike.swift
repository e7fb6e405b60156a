import MigrationModel

/// Keys that vendors publish in their documentation, so that readers copy them into manifests.
enum DocumentationLookAlike: LookAlikeRule {
    static var reason: LookAlike { .documentation }

    /// Ids and keys without the word in them.
    private static let published: [StaticString] = [
        // https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html and other pages.
        "akiai44qh8dhb",
        "akiaiosfodnn7",
        // https://cloud.google.com/storage/docs/authentication/hmackeys
        "googts7c7fup3airvjte2bcd",
        // https://learn.microsoft.com/azure/storage/common/storage-use-azurite: the account devstoreaccount1.
        "eby8vdm02xnocqflquwjpllmetlcdxj1ouzft50usrz6ifsufq2uvercz4i6tq/k1szfptotr/kbhbeksogmgw==",
    ]

    /// Keys without a public id, by fingerprint.
    private static let publishedSecrets: Set<String> = [
        // https://github.com/kubernetes/examples, volumes/azure_file: the account k8stest.
        "azure-storage-account-key:ad8e0b4fd32fd137"
    ]

    static func applies(to token: SuspectedToken) -> Bool {
        if token.kind == .azureStorageAccountKey,
            publishedSecrets.contains(SecretFingerprint.id(token.kind, of: token.bytes))
        {
            return true
        }
        return marksExample(token.bytes)
            || published.contains { ByteSearch.stands($0, in: token.text, at: token.range.lowerBound) }
    }

    /// Whether the word stands in it; a random id has it once in 10^9.
    static func marksExample(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count <= 128 && ByteSearch.contains("example", in: Array(bytes))
    }
}
