import Foundation
import MigrationModel
import Rendering
import Testing

/// What the permissions of a plan look like in each of its files.
struct PermissionRenderingTests {
    private func files(_ configuration: Configuration = SamplePlans.configuration) -> [String: String] {
        let files = PlanFiles.files(of: SamplePermissions.plan, configuration: configuration)
        return Dictionary(files.map { ($0.path, $0.contents) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func surviveThePlanFile() throws {
        let text = try #require(files()["plan.yaml"])
        #expect(try PlanReader.plan(from: Array(text.utf8)) == SamplePermissions.plan)
    }

    @Test func areRefusedWithTwoOpposites() throws {
        let text = try #require(files()["plan.yaml"])
        let both = text.replacing("          notActions:\n", with: "          actions: []\n          notActions:\n")
        #expect(both != text)
        #expect(throws: PlanReadingProblem.self) { try PlanReader.plan(from: Array(both.utf8)) }
    }

    @Test func areAttachedInTerraform() throws {
        let user = try #require(files()["terraform/prod/prod-production-s1.tf"])
        #expect(user.contains(#"permissions_boundary = "arn:aws:iam::123456789012:policy/bound""#))
        #expect(user.contains(#"resource "aws_iam_role_policy" "prod-production-s1_1" {"#))
        #expect(user.contains(#"resource "aws_iam_policy" "prod-production-s1_2" {"#))
        #expect(user.contains("policy_arn = aws_iam_policy.prod-production-s1_2.arn"))
        #expect(user.contains(#"policy_arn = "arn:aws:iam::aws:policy/x""#))
        #expect(user.contains(#"version = "2008-10-17""#))
        #expect(!user.contains("_policy_arns"))
        // Nothing is known of this one, so whoever applies it has to say.
        #expect(files()["terraform/prod/prod-production-s3.tf"]?.contains("_policy_arns") == true)
    }

    @Test(.enabled(if: ExternalTool.can("terraform")))
    func areFormattedAsTerraformWants() throws {
        let files = PlanFiles.files(of: SamplePermissions.plan, configuration: SamplePlans.configuration)
        let folder = try ExternalTool.folder(files.filter { $0.path.hasSuffix(".tf") })
        defer { try? FileManager.default.removeItem(at: folder) }
        let result = try ExternalTool.run(["terraform", "fmt", "-check", "-diff", "-recursive"], in: folder)
        #expect(result.status == 0, "\(result.output.prefix(2000))")
    }

    @Test func arePutByCommands() throws {
        let script = try #require(files(SamplePlans.commands)["commands/prepare/production/s1/identity.sh"])
        let commands = script.split(separator: "\n").filter { $0.hasPrefix("aws iam ") || $0.hasPrefix("  --policy") }
        #expect(
            commands.map(String.init).filter { $0.contains("policy") && !$0.contains("create-role") } == [
                "aws iam put-role-policy \\", "  --policy-name own \\",
                "  --policy-document file://iam/prod-production-s1/own.policy.json", "aws iam create-policy \\",
                "  --policy-name a+b \\",
                "  --policy-document file://iam/prod-production-s1/a-b-300273daf0bb.policy.json",
                "aws iam attach-role-policy \\", "  --policy-arn arn:aws:iam::123456789012:policy/a+b",
                "aws iam put-role-policy \\", "  --policy-name odd \\",
                "  --policy-document file://iam/prod-production-s1/odd.policy.json",
                "aws iam attach-role-policy --role-name prod-production-s1 --policy-arn arn:aws:iam::aws:policy/x",
            ])
    }

    @Test func areTellable() throws {
        let runbook = try #require(files()["runbooks/production/deployment-s1.md"])
        #expect(runbook.contains("It may do what `arn:aws:iam::123456789012:user/bob` may, whose key it has"))
        #expect(runbook.contains("- `code` and &#36;(names) &#124; of &#60;a&#62; cluster.\n"))
        #expect(runbook.contains("- Before: let it in.\n"))
        let draft = try #require(files()["runbooks/production/deployment-s2.md"])
        #expect(draft.contains("**A draft**, derived from `S3_BUCKET` (container &#96;app&#96;)."))
        #expect(draft.contains("aws s3api get-bucket-policy --bucket reports\n"))
        let readme = try #require(files()["README.md"])
        #expect(readme.contains("| `prod-production-s0` | given | `iam/prod-production-s0.policy.json` | yes |  |"))
        #expect(readme.contains("| `prod-production-s3` | **draft** | none yet | **no** |  |"))
    }

    @Test func sayWhatDoesNotFit() throws {
        var configuration = SamplePlans.configuration
        configuration.clusters[0].network = TrustedNetwork(vpcs: (0..<100).map { "vpc-0a1b2c3d4e5f60\(100 + $0)" })
        let runbook = try #require(files(configuration)["runbooks/production/deployment-s0.md"])
        #expect(runbook.contains("characters, and IAM takes 2,048: have the quota raised, to 8,192 at most"))
        #expect(files()["runbooks/production/deployment-s0.md"]?.contains("have the quota raised") == false)
    }

    @Test func ofOtherCloudsAreListedFirst() throws {
        var plan = SamplePlans.merged([
            SamplePlans.parts(
                cluster: "analytics", name: "a", mechanism: .gkeWorkloadIdentity, account: "fixture-project",
                key: SamplePlans.googleKey),
            SamplePlans.parts(
                cluster: "office", name: "b", mechanism: .aksWorkloadIdentity, account: "identities",
                key: SamplePlans.azureKey),
        ])
        plan.identities[0].permissions.users = ["api@my-project.iam.gserviceaccount.com"]
        let files = PlanFiles.files(of: plan, configuration: SamplePlans.configuration)
        let google = try #require(files.first { $0.path.contains("deployment-a.md") }?.contents)
        #expect(google.contains("gcloud projects get-iam-policy fixture-project '--flatten=bindings[].members'"))
        #expect(google.contains("--query=policy:api@my-project.iam.gserviceaccount.com\n"))
        let azure = try #require(files.first { $0.path.contains("deployment-b.md") }?.contents)
        #expect(azure.contains(": \"${APPLICATION_ID:?set it to the client id of the application}\""))
        #expect(azure.contains("az role assignment list --all --include-groups --assignee \"$APPLICATION_ID\""))
    }

    @Test func mergeANetworkIntoOneCondition() throws {
        var configuration = SamplePlans.configuration
        configuration.clusters[0].network = TrustedNetwork(
            vpcs: ["vpc-0a1b2c3d", "vpc-1a1b2c3d"], endpoints: ["vpce-0a1b2c3d"])
        let trust = try #require(files(configuration)["iam/prod-production-s0.trust.json"])
        #expect(trust.components(separatedBy: "\"StringEquals\"").count == 2)
        #expect(trust.contains("\"aws:SourceVpce\": \"vpce-0a1b2c3d\""))
        #expect(trust.contains(":sub\": \"system:serviceaccount:production:s0\""))
        configuration.clusters[0].network = TrustedNetwork(addresses: ["203.0.113.0/24"])
        let address = try #require(files(configuration)["iam/prod-production-s0.trust.json"])
        #expect(address.contains("\"IpAddress\""))
        // EKS takes the role of Pod Identity from a network of its own.
        #expect(files(configuration)["iam/prod-production-s1.trust.json"]?.contains("203.0.113") == false)
    }
}
