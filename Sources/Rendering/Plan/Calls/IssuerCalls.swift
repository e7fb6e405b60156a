import MigrationModel

/// The calls that make an AWS account trust the tokens of a cluster.
struct IssuerCalls {
    private let action: TrustIssuer
    private let provider: String
    private let aws: CloudWords

    init(_ action: TrustIssuer, _ context: PlanContext) {
        self.action = action
        var cluster = context.cluster(action.cluster)
        cluster.issuer = action.issuer
        provider = AWSNames.provider(cluster, account: action.account)
        aws = CloudWords(aws: action.account, for: action.cluster, context)
    }

    var procedure: StepProcedure {
        StepProcedure(apply: [.cloud(create)], undo: [.cloud(delete)], keepsWhatItFound: true)
    }

    /// A provider that has not the audience belongs to somebody else.
    private var create: CloudCall {
        let audience = "contains(ClientIDList, \(CloudWords.literal(AWSNames.audience)))"
        return CloudCall(
            words: aws.words(
                "iam", "create-open-id-connect-provider", "--url", action.issuer, "--client-id-list",
                AWSNames.audience),
            inspection: CloudCall.Inspection(
                words: get(audience, as: "json"), expected: "true", otherwise: .conflict),
            doneCodes: ["EntityAlreadyExists"], absentCodes: ["NoSuchEntity"], account: action.account)
    }

    /// Roles that are none of this plan may rely on the provider as well.
    private var delete: CloudCall {
        let roles = "Roles[?contains(to_string(AssumeRolePolicyDocument), \(CloudWords.literal(provider)))].RoleName"
        return CloudCall(
            words: aws.words(
                "iam", "delete-open-id-connect-provider", "--open-id-connect-provider-arn", provider),
            obstacles: [
                CloudCall.Obstacle(
                    words: aws.words("iam", "list-roles", "--query", roles, "--output", "text"),
                    reason: "roles still trust it")
            ],
            inspection: CloudCall.Inspection(words: get("Url", as: "text"), expected: ""),
            doneCodes: ["NoSuchEntity"], absentCodes: ["NoSuchEntity"], account: action.account)
    }

    private func get(_ query: String, as output: String) -> [String] {
        aws.words(
            "iam", "get-open-id-connect-provider", "--open-id-connect-provider-arn", provider, "--query", query,
            "--output", output)
    }
}
