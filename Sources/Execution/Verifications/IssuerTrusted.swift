import MigrationModel
import StructuredText

/// The account has the cluster's OIDC provider, for the audience of STS.
///
/// See [IAM OIDC providers](https://docs.aws.amazon.com/eks/latest/userguide/enable-iam-roles-for-service-accounts.html).
enum IssuerTrusted: LookingVerification {
    static let verification = Verification.issuerTrusted

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        guard case .trustIssuer(let action) = step.action else {
            return .cannotTell("\(step.id) makes no account trust an issuer.")
        }
        let issuer = action.issuer.hasPrefix("https://") ? String(action.issuer.dropFirst(8)) : action.issuer
        let arn =
            "arn:\(partition(scene.planned(action.cluster)?.region ?? "")):iam::\(action.account):oidc-provider/\(issuer)"
        let aws = try await scene.aws(account: action.account, cluster: step.cluster)
        let answer = try await aws.ask(
            ["iam", "get-open-id-connect-provider", "--open-id-connect-provider-arn", arn],
            "The OIDC provider \(issuer)")
        guard let provider = answer.value else {
            return scene.missing(
                step, "Account \(action.account) does not trust \(action.issuer).",
                [answer.evidence("There is no OIDC provider of this ARN.")])
        }
        let audiences = (provider["ClientIDList"]?.asElements ?? []).compactMap(\.asText)
        guard audiences.contains(audience) else {
            return .violated(
                "The OIDC provider of \(action.issuer) does not take tokens for \(audience).",
                [answer.evidence("The provider has other audiences.")])
        }
        return .satisfied(
            "Account \(action.account) trusts \(action.issuer).",
            [answer.evidence("The OIDC provider takes tokens for \(audience).")])
    }

    private static let audience = "sts.amazonaws.com"

    /// The partition of a region ([ARNs](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html)).
    private static func partition(_ region: String) -> String {
        if region.hasPrefix("cn-") { return "aws-cn" }
        return region.hasPrefix("us-gov-") ? "aws-us-gov" : "aws"
    }
}
