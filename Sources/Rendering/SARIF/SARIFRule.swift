internal import MigrationModel
internal import StructuredText

/// What a code-scanning service tells about a kind of key; a rule is a ``KeyKind``, and its id never changes.
enum SARIFRule {
    /// The `reportingDescriptor` of a kind, SARIF 2.1.0 section 3.49.
    static func value(for kind: KeyKind) -> StructuredValue {
        [
            "id": .string(kind.rawValue),
            "shortDescription": ["text": .string("\(kind.words) in a Kubernetes object or manifest")],
            "fullDescription": ["text": .string(danger(of: kind))],
            "help": ["text": .string("\(danger(of: kind)) \(remedy(for: kind))")],
            "helpUri": .string(page(about: kind)),
            "defaultConfiguration": ["level": "error"],
            // GitHub sorts by this number, on the scale of CVSS.
            "properties": ["security-severity": severity(of: kind), "tags": ["security", "credentials"]],
        ]
    }

    /// The place of a kind's rule in the list of all.
    static func index(of kind: KeyKind) -> Int {
        KeyKind.allCases.firstIndex(of: kind) ?? -1
    }

    private static func severity(of kind: KeyKind) -> StructuredValue {
        kind == .awsTemporaryKey ? "5.0" : "9.0"
    }

    private static func danger(of kind: KeyKind) -> String {
        switch kind {
        case .awsAccessKey:
            "A long-term access key of an IAM user works from anywhere until somebody deactivates it."
        case .awsTemporaryKey:
            "A temporary access key has expired, or something keeps writing new ones into the cluster."
        case .googleServiceAccountKey:
            "The private key of a Google service account works from anywhere until somebody deletes it."
        case .googleHMACKey:
            "An HMAC key of Cloud Storage works from anywhere until somebody deactivates it."
        case .azureClientSecret:
            "A client secret signs in as its Entra ID application from anywhere until it expires."
        case .azureStorageAccountKey:
            "A storage account key opens everything in the account until it is regenerated."
        }
    }

    private static func remedy(for kind: KeyKind) -> String {
        switch kind {
        case .awsAccessKey:
            "Give the workload an IAM role through IRSA or EKS Pod Identity, then deactivate and delete the key."
        case .awsTemporaryKey:
            "Find what writes it (a CronJob, Vault, External Secrets) and give the workload an IAM role instead."
        case .googleServiceAccountKey, .googleHMACKey:
            "Give the workload access through Workload Identity Federation for GKE, then disable and delete the key."
        case .azureClientSecret:
            "Give the workload a federated credential through Microsoft Entra Workload ID, then remove the secret."
        case .azureStorageAccountKey:
            "Grant a managed identity a data role through Microsoft Entra Workload ID, then disallow shared keys."
        }
    }

    private static func page(about kind: KeyKind) -> String {
        switch kind {
        case .awsAccessKey:
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_access-keys.html"
        case .awsTemporaryKey:
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp.html"
        case .googleServiceAccountKey:
            "https://cloud.google.com/iam/docs/best-practices-for-managing-service-account-keys"
        case .googleHMACKey:
            "https://cloud.google.com/storage/docs/authentication/hmackeys"
        case .azureClientSecret:
            "https://learn.microsoft.com/entra/identity-platform/security-best-practices-for-app-registration"
        case .azureStorageAccountKey:
            "https://learn.microsoft.com/azure/storage/common/storage-account-keys-manage"
        }
    }
}
