import MigrationModel
internal import StructuredText

/// Who may take an AWS role: exactly the ServiceAccounts of one identity.
struct TrustPolicy {
    /// The policy document.
    let document: StructuredValue

    /// The policy of an identity; `nil` for other clouds.
    init?(_ identity: PlannedIdentity, in cluster: ClusterConfiguration, subjects: [String]) {
        switch identity.mechanism {
        case .irsa: document = Self.document([Self.webIdentity(cluster, account: identity.account, subjects)])
        case .eksPodIdentity: document = Self.document([Self.podIdentity])
        case .gkeWorkloadIdentity, .aksWorkloadIdentity: return nil
        }
    }

    /// The policy of the role in another account, which only the role of the identity may take; `nil` where there is none.
    init?(ofTargetOf identity: PlannedIdentity, in cluster: ClusterConfiguration) {
        guard identity.target != nil else { return nil }
        document = Self.document([
            [
                "Effect": "Allow", "Principal": ["AWS": .string(AWSNames.role(identity, in: cluster))],
                "Action": .sequence(AWSNames.targetActions(identity).map { .string($0) }),
            ]
        ])
    }

    /// The permission of an identity's role to take the role in another account; `nil` where there is none.
    init?(permittingTargetOf identity: PlannedIdentity, in cluster: ClusterConfiguration) {
        guard let target = identity.target else { return nil }
        document = Self.document([
            [
                "Effect": "Allow", "Action": .sequence(AWSNames.targetActions(identity).map { .string($0) }),
                "Resource": .string(AWSNames.role(target, in: cluster)),
            ]
        ])
    }

    /// The policy as IAM counts it against ``PolicyQuota/trust``, without white space between its tokens.
    var compact: String { MachineText.line(document) }

    /// The policy as people review it.
    var text: String { MachineText.block(document, indentation: 0) + "\n" }

    private static func document(_ statements: [StructuredValue]) -> StructuredValue {
        ["Version": "2012-10-17", "Statement": .sequence(statements)]
    }

    /// One `StringEquals` with both keys: of two objects of the same name most parsers keep the last.
    ///
    /// See [IAM roles for service accounts](https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html).
    private static func webIdentity(
        _ cluster: ClusterConfiguration, account: String, _ subjects: [String]
    ) -> StructuredValue {
        let issuer = AWSNames.issuer(cluster.issuer)
        let literal = subjects.map { StructuredValue.string(AWSNames.literal($0)) }
        let network = conditions(cluster.network)
        return [
            "Effect": "Allow",
            "Principal": ["Federated": .string(AWSNames.provider(cluster, account: account))],
            "Action": "sts:AssumeRoleWithWebIdentity",
            "Condition": .mapping(
                [
                    StructuredValue.Member(
                        "StringEquals",
                        .mapping(
                            [
                                StructuredValue.Member(
                                    "\(issuer):sub", literal.count == 1 ? literal[0] : .sequence(literal)),
                                StructuredValue.Member("\(issuer):aud", .string(AWSNames.audience)),
                            ] + network.filter { $0.test == "StringEquals" }.map(member)))
                ]
                    + network.filter { $0.test != "StringEquals" }.map {
                        StructuredValue.Member($0.test, .mapping([member($0)]))
                    }),
        ]
    }

    private static func member(_ condition: PolicyCondition) -> StructuredValue.Member {
        let values = condition.values.map { StructuredValue.string($0) }
        return StructuredValue.Member(condition.key, values.count == 1 ? values[0] : .sequence(values))
    }

    /// The conditions for a network: each key once, in the operator that the trust policy has anyway where it is the same.
    ///
    /// See [keys of the network](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpc).
    static func conditions(_ network: TrustedNetwork?) -> [PolicyCondition] {
        guard let network else { return [] }
        return [
            PolicyCondition("StringEquals", "aws:SourceVpc", network.vpcs),
            PolicyCondition("StringEquals", "aws:SourceVpce", network.endpoints),
            PolicyCondition("IpAddress", "aws:SourceIp", network.addresses),
        ].filter { !$0.values.isEmpty }
    }

    /// The association says which ServiceAccount; without `sts:TagSession` the first fetch of credentials is denied.
    ///
    /// See [EKS Pod Identity roles](https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html).
    private static let podIdentity: StructuredValue = [
        "Effect": "Allow",
        "Principal": ["Service": .string(AWSNames.podIdentityService)],
        "Action": ["sts:AssumeRole", "sts:TagSession"],
    ]
}
