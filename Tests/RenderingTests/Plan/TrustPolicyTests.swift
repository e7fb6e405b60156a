import MigrationModel
import Rendering
import StructuredText
import Testing

/// Who may take a role: exactly the subjects of the plan.
struct TrustPolicyTests {
    @Test func trustsOneSubjectOfTheCluster() throws {
        let policy = try Self.policy("iam/prod-production-api.trust.json", SamplePlans.full)
        let statement = try #require(policy["Statement"]?.elements.first)
        let issuer = "oidc.eks.eu-central-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B716D3041E"
        #expect(policy["Statement"]?.elements.count == 1)
        #expect(policy["Version"]?.text == "2012-10-17")
        #expect(statement["Principal"]?["Federated"]?.text == "arn:aws:iam::123456789012:oidc-provider/\(issuer)")
        #expect(statement["Action"]?.text == "sts:AssumeRoleWithWebIdentity")
        let condition = try #require(statement["Condition"])
        #expect(condition.members.map(\.key) == ["StringEquals"])
        #expect(condition["StringEquals"]?.members.map(\.key) == ["\(issuer):sub", "\(issuer):aud"])
        #expect(
            condition["StringEquals"]?.members.map(\.value.text) == [
                "system:serviceaccount:production:api", "sts.amazonaws.com",
            ])
    }

    @Test func letsPodIdentityTagSessions() throws {
        let policy = try Self.policy("iam/prod-production-worker.trust.json", SamplePlans.full)
        let statement = try #require(policy["Statement"]?.elements.first)
        #expect(statement["Principal"]?["Service"]?.text == "pods.eks.amazonaws.com")
        #expect(statement["Action"]?.elements.map(\.text) == ["sts:AssumeRole", "sts:TagSession"])
    }

    @Test func writesNoneForOtherClouds() {
        let files = PlanFiles.files(of: SamplePlans.full, configuration: SamplePlans.configuration)
        #expect(files.count { $0.path.hasPrefix("iam/") } == 6)
    }

    /// A name with `${…}` would be a variable of the policy, and match other subjects.
    @Test func hasNoVariables() throws {
        let files = PlanFiles.files(of: SamplePlans.hostile, configuration: SamplePlans.configuration)
        let policies = files.filter { $0.path.hasPrefix("iam/") }
        #expect(policies.count == 2 * SamplePlans.names.count)
        #expect(policies.contains { $0.contents.contains("system:serviceaccount:${$}{x}:${$}{x}") })
        for policy in policies { _ = try Self.parsed(policy) }
    }

    @Test func fitsIntoTheQuota() throws {
        for file in PlanFiles.files(of: SamplePlans.full, configuration: SamplePlans.configuration)
        where file.path.hasPrefix("iam/") {
            #expect(file.contents.filter { !$0.isWhitespace }.count <= 2048, "\(file.path)")
        }
    }

    private static func policy(_ path: String, _ plan: Plan) throws -> Node {
        let files = PlanFiles.files(of: plan, configuration: SamplePlans.configuration)
        return try parsed(try #require(files.first { $0.path == path }))
    }

    /// The document, if no key stands in it twice.
    private static func parsed(_ file: PlanFile) throws -> Node {
        let builder = TreeBuilder()
        var reader = JSONReader()
        try reader.read(Array(file.contents.utf8).span, into: builder)
        #expect(builder.duplicateKeys.isEmpty, "\(file.path)")
        return try #require(builder.finish())
    }
}
