public import MigrationModel

/// The orders in which SDKs look for credentials; a new one is a file beside the others and a line here.
public enum CredentialChains {
    /// Every table, by cloud and then by the id of the family.
    public static let all: [CredentialChain] = [
        .boto3,
        .cpp,
        .dotnetV3,
        .dotnetV4,
        .goV1,
        .goV2,
        .javaV1,
        .javaV2,
        .javaScriptV2,
        .javaScriptV3,
        .kotlin,
        .php,
        .ruby,
        .rust,
        .soto,
        .swiftAWS,
        .applicationDefault,
        .azureOthers,
        .azurePython,
    ]

    /// The tables of one cloud.
    public static func chains(of provider: Provider) -> [CredentialChain] {
        all.filter { $0.family.provider == provider }
    }

    /// The table of a family, by its id.
    public static func chain(_ id: String) -> CredentialChain? { all.first { $0.family.id == id } }
}
