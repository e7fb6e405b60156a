import MigrationModel

/// A container of the traces, and where its SDKs look.
extension SampleTraces {
    static let boto3 = SDKFamily(id: "boto3", name: "boto3", provider: .aws)
    static let go = SDKFamily(id: "go-v2", name: "AWS SDK for Go v2", provider: .aws)
    static let java = SDKFamily(id: "java-v2", name: "AWS SDK for Java 2.x", provider: .aws)
    static let rust = SDKFamily(id: "rust", name: "AWS SDK for Rust", provider: .aws)
    static let php = SDKFamily(id: "php-v3", name: "AWS SDK for PHP 3", provider: .aws)

    static let container = ContainerExplanation(
        identity: ContainerIdentity(
            service: orders, container: "api", role: .main, provider: .aws,
            families: FamilyChoice(families: ["boto3"], basis: .hinted(reason: "image python:3.12")),
            running: [verdict(["boto3", "go-v2", "java-v2", "php-v3"], .webIdentity)],
            next: [
                verdict(["boto3", "go-v2", "php-v3"], .webIdentity),
                FamilyVerdict(families: ["java-v2"], outcome: .fails(.assumeRoleProfile)),
            ],
            setting: setting),
        orders: [
            order([boto3, go], .stops), order([rust], .stops, empty: .webIdentityProfile),
            order([php], .slides(to: .instanceMetadata)),
            ContainerExplanation.Order(
                families: [java],
                resolution: CredentialResolution(
                    family: java,
                    attempts: [
                        CredentialAttempt(
                            source: .assumeRoleProfile, nature: .indirect, verdict: .fails,
                            reason: "the profile that AWS_PROFILE names is not in any file", parts: ["AWS_PROFILE"]),
                        CredentialAttempt(
                            source: .instanceMetadata, nature: .node, verdict: .unknown,
                            reason: "the input has no nodes"),
                    ], outcome: .fails(.assumeRoleProfile), onRefusal: .stops)),
        ])

    private static func verdict(_ families: [String], _ shadowed: CredentialSource) -> FamilyVerdict {
        FamilyVerdict(families: families, outcome: .uses(.environment, .fixed), shadowed: [shadowed])
    }

    private static let tokenFile = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token"

    private static let setting = CredentialSetting(
        variables: [
            "AWS_ACCESS_KEY_ID": Setting(
                shape: .present, origin: .entry(object: secret, entry: "AWS_ACCESS_KEY_ID")),
            "AWS_SECRET_ACCESS_KEY": Setting(
                shape: .present, origin: .entry(object: secret, entry: "AWS_SECRET_ACCESS_KEY")),
            "AWS_ROLE_ARN": Setting(shape: .present, origin: .injected(.irsa)),
            "AWS_PROFILE": Setting(
                shape: .present, text: "orders", origin: .template(ValuePath([.field("spec"), .field("template")]))),
        ],
        files: [tokenFile: CredentialFile(contents: .token, origin: .projectedToken(audience: "sts.amazonaws.com"))])

    private static func order(
        _ families: [SDKFamily], _ refusal: RefusalBehaviour, empty: CredentialSource = .credentialsFile
    ) -> ContainerExplanation.Order {
        let attempts = [
            CredentialAttempt(
                source: .environment, nature: .fixed, verdict: .wins, reason: "both variables are there",
                parts: ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]),
            CredentialAttempt(
                source: .webIdentity, nature: .federated, verdict: .shadowed, reason: "complete, but too late",
                parts: ["AWS_ROLE_ARN", tokenFile]),
            CredentialAttempt(
                source: empty, nature: .fixed, verdict: .absent,
                reason: "nothing is there"),
            CredentialAttempt(
                source: .instanceMetadata, nature: .node, verdict: .ignored, reason: "AWS_EC2_METADATA_DISABLED is true"
            ),
        ]
        return ContainerExplanation.Order(
            families: families,
            resolution: CredentialResolution(
                family: families.first ?? boto3, attempts: attempts, outcome: .uses(.environment, .fixed),
                onRefusal: refusal))
    }
}
