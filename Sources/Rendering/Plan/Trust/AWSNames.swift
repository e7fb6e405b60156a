import MigrationModel

/// How AWS spells what a plan names.
enum AWSNames {
    static let audience = "sts.amazonaws.com"
    static let podIdentityService = "pods.eks.amazonaws.com"

    /// The ARN of a role.
    static func role(_ identity: PlannedIdentity, in cluster: ClusterConfiguration) -> String {
        "arn:\(partition(cluster.region)):iam::\(identity.account):role/\(identity.role)"
    }

    /// The ARN of a role in another account.
    static func role(_ target: TargetRole, in cluster: ClusterConfiguration) -> String {
        "arn:\(partition(cluster.region)):iam::\(target.account):role/\(target.role)"
    }

    /// The ARN of the OIDC provider of a cluster in an account.
    static func provider(_ cluster: ClusterConfiguration, account: String) -> String {
        "arn:\(partition(cluster.region)):iam::\(account):oidc-provider/\(issuer(cluster.issuer))"
    }

    /// What the role of an identity asks for when it takes another; an association of Pod Identity passes its tags on, see
    /// [target roles](https://docs.aws.amazon.com/eks/latest/userguide/pod-id-assign-target-role.html).
    static func targetActions(_ identity: PlannedIdentity) -> [String] {
        identity.mechanism == .eksPodIdentity ? ["sts:AssumeRole", "sts:TagSession"] : ["sts:AssumeRole"]
    }

    /// An issuer as ARNs and condition keys have it, without its scheme.
    static func issuer(_ url: String) -> String {
        url.hasPrefix("https://") ? String(url.dropFirst("https://".count)) : url
    }

    /// A text in a policy that is no policy variable, whatever it looks like; see
    /// [policy variables](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html).
    static func literal(_ text: String) -> String {
        text.split(separator: "$", omittingEmptySubsequences: false).joined(separator: "${$}")
    }

    /// Ends a script whose credentials are of another account than the plan is for.
    static func guardCommand(_ account: String) -> ShellCommand {
        ShellCommand(
            shell: "test \"$(aws sts get-caller-identity --query Account --output text)\" = "
                + ShellWord.quoted(account))
    }

    /// The partition of a region ([ARNs](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html)).
    private static func partition(_ region: String) -> String {
        if region.hasPrefix("cn-") { return "aws-cn" }
        return region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
    }
}
