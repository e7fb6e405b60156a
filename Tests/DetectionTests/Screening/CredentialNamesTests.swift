import StructuredText
import Testing

@testable import Detection

struct CredentialNamesTests {
    private func mayName(_ name: String) -> Bool { CredentialNames.mayName(Array(name.utf8).span) }

    private func speaksOfStorage(_ text: String) -> Bool { CredentialNames.speaksOfStorage(Array(text.utf8).span) }

    @Test(arguments: [
        "private_key", "privateKey", "PRIVATE-KEY", "azure.private_key", "client_secret", "AZURE_CLIENT_SECRET",
        "clientSecret", "APP_SECRET", "azure-secret", "client_password",
        "privatekey", "clientsecret", String(repeating: "x", count: 200) + "key",
    ])
    func takes(name: String) { #expect(mayName(name)) }

    @Test(arguments: [
        "", "key", "secret", "public_key", "private_key_id", "client_id", "secretName", "client_secrets", "rivate_key",
        "clent_secret", "app_password", "user_secret", String(repeating: "x", count: 100) + "key",
    ])
    func refuses(name: String) { #expect(!mayName(name)) }

    @Test(arguments: [
        "azure", "AzureFile", "my-storage-account", "an Account", "accounT", "service an account", "xstorageKey",
    ])
    func hearsOfStorage(text: String) { #expect(speaksOfStorage(text)) }

    @Test(arguments: [
        "", "azur", "storag", "amount", "acount", "s a", "storageClassName", "storage",
        "azuze storaga accounx", "serviceAccountName", "service-account",
    ])
    func hearsNothing(text: String) { #expect(!speaksOfStorage(text)) }

    @Test(arguments: ["a@b.iam.gserviceaccount.com", "\"type\":\"service_account\"", "xservice_account"])
    func hearsOfServiceAccounts(text: String) { #expect(speaksOfServiceAccount(text)) }

    @Test(arguments: ["", "service", "serviceAccountName", "kubernetes.io/service-account.name", "service_accoun"])
    func hearsOfNoServiceAccount(text: String) { #expect(!speaksOfServiceAccount(text)) }

    private func speaksOfServiceAccount(_ text: String) -> Bool {
        CredentialNames.speaksOfServiceAccount(Array(text.utf8).span)
    }
}
