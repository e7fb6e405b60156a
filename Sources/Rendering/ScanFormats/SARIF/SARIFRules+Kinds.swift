internal import MigrationModel

extension SARIFRules {
    static let awsAccessKey = SARIFRule(
        kind: .awsAccessKey, name: "AWSAccessKey", noun: "AWS access key",
        description: "A long-term access key of an IAM user or account root works from anywhere until it is deleted.",
        remedy: "Give the workload an IAM role through its service account, then deactivate and delete the key.",
        page: "https://docs.aws.amazon.com/eks/latest/userguide/service-accounts.html")

    static let awsTemporaryKey = SARIFRule(
        kind: .awsTemporaryKey, name: "AWSTemporaryKey", noun: "AWS temporary key",
        description: "A temporary access key ends with its session, but a copy in a cluster shows how it was made.",
        remedy: "Let the workload obtain its own session through its service account, and remove the copy.",
        page: "https://docs.aws.amazon.com/eks/latest/userguide/service-accounts.html")

    static let googleServiceAccountKey = SARIFRule(
        kind: .googleServiceAccountKey, name: "GoogleServiceAccountKey", noun: "Google service account key",
        description: "The private key of a service account works from anywhere until it is deleted.",
        remedy: "Use Workload Identity Federation for the workload's service account, then disable and delete the key.",
        page: "https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity")

    static let googleHMACKey = SARIFRule(
        kind: .googleHMACKey, name: "GoogleHMACKey", noun: "Google HMAC key",
        description: "An HMAC key of Cloud Storage works from anywhere until it is deactivated and deleted.",
        remedy: "Use a Cloud Storage client with Workload Identity Federation, then deactivate and delete the key.",
        page: "https://cloud.google.com/storage/docs/authentication/managing-hmackeys")

    static let azureClientSecret = SARIFRule(
        kind: .azureClientSecret, name: "AzureClientSecret", noun: "Azure client secret",
        description: "A client secret lets whoever holds it act as the application until the secret expires.",
        remedy: "Add a federated credential for the workload's service account, then remove the secret.",
        page: "https://learn.microsoft.com/azure/aks/workload-identity-overview")

    static let azureStorageAccountKey = SARIFRule(
        kind: .azureStorageAccountKey, name: "AzureStorageAccountKey", noun: "Azure storage account key",
        description: "A shared key gives full control over everything in the storage account until it is rotated.",
        remedy: "Give the workload's identity a role on the account, then disallow shared key access.",
        page: "https://learn.microsoft.com/azure/storage/common/shared-key-authorization-prevent")
}
