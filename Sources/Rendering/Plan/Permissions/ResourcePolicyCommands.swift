import MigrationModel

/// The commands that show the policies of the resources which a role is to use, where the user may be named.
enum ResourcePolicyCommands {
    /// Nobody reads more.
    private static let most = 12

    /// The commands for every resource that the permissions name exactly; none for patterns.
    static func commands(for permissions: PlannedPermissions) -> [ShellCommand] {
        let patterns = permissions.policies.compactMap(\.document).flatMap(\.statements)
            .filter { $0.effect == .allow && !$0.resources.isNegated }.flatMap(\.resources.patterns)
        var seen: Set<ShellCommand> = []
        return patterns.flatMap(commands).filter { seen.insert($0).inserted }.prefix(most).map(\.self)
    }

    private static func commands(for arn: String) -> [ShellCommand] {
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 6 else { return [] }
        let (region, resource) = (parts[3], parts[5])
        func aws(_ words: String...) -> [ShellCommand] {
            [ShellCommand(words: ["aws"] + words + (region.isEmpty ? [] : ["--region", region]))]
        }
        // A bucket is named by its objects as well.
        if parts[2] == "s3" {
            let bucket = String(resource.prefix { $0 != "/" })
            return bucket.isExact ? aws("s3api", "get-bucket-policy", "--bucket", bucket) : []
        }
        guard resource.isExact, region.isExact else { return [] }
        switch parts[2] {
        case "kms":
            return aws("kms", "get-key-policy", "--key-id", arn, "--policy-name", "default")
                + aws("kms", "list-grants", "--key-id", arn)
        case "sns": return aws("sns", "get-topic-attributes", "--topic-arn", arn, "--query", "Attributes.Policy")
        case "sqs":
            let url = "https://sqs.\(region).amazonaws.com/\(parts[4])/\(resource)"
            return aws("sqs", "get-queue-attributes", "--queue-url", url, "--attribute-names", "Policy")
        case "dynamodb" where !resource.contains("/index/"):
            return aws("dynamodb", "get-resource-policy", "--resource-arn", arn)
        case "secretsmanager": return aws("secretsmanager", "get-resource-policy", "--secret-id", arn)
        case "lambda": return aws("lambda", "get-policy", "--function-name", arn)
        case "ecr" where resource.hasPrefix("repository/"):
            let repository = String(resource.dropFirst("repository/".count))
            return aws("ecr", "get-repository-policy", "--registry-id", parts[4], "--repository-name", repository)
        default: return []
        }
    }
}

extension String {
    /// Whether it stands for one thing only.
    fileprivate var isExact: Bool { !isEmpty && !contains { "*?$".contains($0) } }
}
