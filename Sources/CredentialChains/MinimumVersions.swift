public import MigrationModel

/// From which version on each SDK family knows each mechanism, one table per mechanism.
///
/// A family that is not in a table either knew the mechanism from its first version on, or its vendor names none.
public enum MinimumVersions {
    /// Every minimum that a vendor names, by mechanism and family.
    public static let all: [MinimumVersion] =
        table(.irsa, irsa) + table(.eksPodIdentity, podIdentity) + table(.aksWorkloadIdentity, azure)

    /// The minimums of some families.
    public static func of(_ families: [String]) -> [MinimumVersion] { all.filter { families.contains($0.family) } }

    /// See [use IRSA with the AWS SDK](https://docs.aws.amazon.com/eks/latest/userguide/iam-roles-for-service-accounts-minimum-sdk.html).
    private static let irsa = [
        ("boto3", "1.9.220"), ("cpp", "1.7.174"), ("dotnet-v3", "3.3.659.1"), ("go-v1", "1.23.13"),
        ("java-v1", "1.12.782"), ("java-v2", "2.10.11"), ("javascript-v2", "2.525.0"), ("javascript-v3", "3.27.0"),
        ("php", "3.110.7"), ("ruby", "3.58.0"),
    ]

    /// See [use Pod Identity with the AWS SDK](https://docs.aws.amazon.com/eks/latest/userguide/pod-id-minimum-sdk.html).
    private static let podIdentity = [
        ("boto3", "1.34.41"), ("cpp", "1.11.263"), ("dotnet-v3", "3.7.734.0"), ("go-v1", "1.47.11"),
        ("go-v2", "release-2023-11-14"), ("java-v1", "1.12.746"), ("java-v2", "2.21.30"), ("javascript-v2", "2.1550.0"),
        ("javascript-v3", "3.458.0"), ("kotlin", "1.0.1"), ("php", "3.287.1"), ("ruby", "3.188.0"),
        ("rust", "release-2024-03-13"),
    ]

    /// See [Azure Identity SDK](https://azure.github.io/azure-workload-identity/docs/topics/language-specific-examples/azure-identity-sdk.html).
    private static let azure = [("azure-python", "1.13.0")]

    private static func table(_ mechanism: Mechanism, _ versions: [(String, String)]) -> [MinimumVersion] {
        versions.map { MinimumVersion(family: $0.0, mechanism: mechanism, version: $0.1) }
    }
}
