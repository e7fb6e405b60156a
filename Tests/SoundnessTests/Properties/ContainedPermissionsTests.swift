import MigrationModel
import Testing

@testable import Soundness

/// Plans whose permissions were changed after they were accepted.
struct ContainedPermissionsTests {
    private func statement(_ action: String, _ resource: String = "arn:aws:s3:::orders/*") -> PolicyDocument {
        PolicyDocument(statements: [PolicyStatement(actions: .only([action]), resources: .only([resource]))])
    }

    /// A plan whose first identity has accepted permissions.
    private func accepted(_ policies: [PlannedPolicy], boundary: String = "") throws -> ProvenPlan {
        var plan = try ProvenPlan("shared-key")
        plan.plan.identities[0].permissions = PlannedPermissions(
            source: .user, isAccepted: true, policies: policies, boundary: boundary)
        plan.world.permissions = WorldPermissions.accepted(in: plan.plan)
        return plan
    }

    private func policy(_ document: PolicyDocument) -> PlannedPolicy {
        PlannedPolicy(name: "orders", origin: "orders.json", document: document)
    }

    @Test func isProvenAsItWasAccepted() throws {
        #expect(try accepted([policy(statement("s3:GetObject"))]).prove().isProven)
    }

    @Test func aPolicyIsWidened() throws {
        var widened = try accepted([policy(statement("s3:GetObject"))])
        widened.plan.identities[0].permissions.policies = [policy(statement("s3:*"))]
        let found = widened.prove().violations
        #expect(found.map(\.property) == [.contained])
        let role = widened.plan.identities[0].role
        #expect(
            found.map(\.message)
                == ["\(role) may do more than was accepted when the plan was made: s3:* on arn:aws:s3:::orders/*."])
    }

    @Test func aPolicyIsNarrowed() throws {
        var narrowed = try accepted([policy(statement("s3:*"))])
        narrowed.plan.identities[0].permissions.policies = [policy(statement("s3:GetObject"))]
        #expect(narrowed.prove().isProven)
    }

    @Test func aDraftIsMarkedAsAccepted() throws {
        var marked = try ProvenPlan("shared-key")
        marked.world.permissions = WorldPermissions.accepted(in: marked.plan)
        marked.plan.identities[0].permissions.isAccepted = true
        marked.plan.identities[0].permissions.policies = [policy(statement("s3:GetObject"))]
        #expect(marked.violations(of: .contained).count == 1)
        // A plan that was written before such things were.
        marked.world.permissions = nil
        #expect(marked.violations(of: .contained).isEmpty)
    }

    @Test func anExistingPolicyIsAttachedBesides() throws {
        var widened = try accepted([policy(statement("s3:GetObject"))])
        let arn = "arn:aws:iam::aws:policy/AdministratorAccess"
        widened.plan.identities[0].permissions.policies.append(
            PlannedPolicy(name: "AdministratorAccess", origin: "the account", arn: arn))
        #expect(widened.violations(of: .contained).first?.message.contains("the policy \(arn)") == true)
    }

    @Test func theBoundaryIsTakenAway() throws {
        let arn = "arn:aws:iam::123456789012:policy/boundary"
        var widened = try accepted([policy(statement("s3:GetObject"))], boundary: arn)
        #expect(widened.prove().isProven)
        widened.plan.identities[0].permissions.boundary = ""
        #expect(widened.violations(of: .contained).count == 1)
    }
}
