import MigrationModel
import StructuredText

/// The identity has exactly the permissions of the plan.
enum PermissionsAttached: LookingVerification {
    static let verification = Verification.permissionsAttached

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        let documents = try scene.requireDocuments(of: step)
        if case .createTargetRole = step.action {
            guard let target = documents.target else { return .cannotTell("The plan has no role in another account.") }
            return try await role(
                target.principal, target.policies, boundary: documents.boundary, documents, step, scene)
        }
        switch documents.identity.mechanism.provider {
        case .aws:
            return try await role(
                documents.principal, documents.policies, boundary: documents.target == nil ? documents.boundary : nil,
                documents, step, scene)
        case .google: return try await GrantedRoles.google(documents, scene)
        case .azure: return try await GrantedRoles.azure(documents, step, scene)
        }
    }

    /// Of the boundary `nil` means that any will do.
    private static func role(
        _ arn: String, _ planned: [IdentityDocuments.Policy], boundary: String?, _ documents: IdentityDocuments,
        _ step: Step, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict {
        let role = RoleName(arn)
        let aws = try await scene.aws(account: role.account, cluster: step.cluster)
        let look = try await RolePolicies.look(role, aws)
        guard let found = look.policies else {
            return scene.missing(step, "The role \(role.name) is not in account \(role.account).", [look.evidence])
        }
        if let boundary, found.boundary != boundary {
            let reason =
                boundary.isEmpty
                ? "The role \(role.name) has the permissions boundary \(found.boundary), which is not planned."
                : "The role \(role.name) does not have the permissions boundary \(boundary)."
            return .violated(reason, [look.evidence])
        }
        if planned.isEmpty, documents.target == nil || isTarget(step) { return unplanned(role, found, documents) }
        if let gap = missing(planned, in: found).first {
            return scene.missing(step, "The role \(role.name) does not have the policy \(gap).", found.evidence)
        }
        if let extra = extra(planned, in: found).first {
            return .violated("The role \(role.name) has the policy \(extra), which is not planned.", found.evidence)
        }
        if let changed = try await changed(planned, in: found, aws) {
            return .violated(
                "The policy \(changed.name) of \(role.name) is not the planned one: \(changed.difference).",
                found.evidence)
        }
        let simulation = await PolicySimulation.look(arn, planned, aws)
        return .satisfied(
            "The role \(role.name) has exactly the planned policies\(simulation?.addition ?? "").",
            found.evidence + (simulation.map { [$0.evidence] } ?? []))
    }

    private static func isTarget(_ step: Step) -> Bool {
        if case .createTargetRole = step.action { true } else { false }
    }

    /// A plan that names no policy leaves them to people.
    private static func unplanned(
        _ role: RoleName, _ found: RolePolicies, _ documents: IdentityDocuments
    ) -> Verdict {
        guard found.inline.isEmpty, found.managed.isEmpty else {
            return .people(
                "The plan names no policy for \(role.name), so that only a person can say whether those that it has are right.",
                found.evidence)
        }
        guard documents.identity.permissions.source != .byHand else {
            return .people(
                "The plan leaves the permissions of \(role.name) to people, and it has none.", found.evidence)
        }
        return .satisfied("No policy is planned for \(role.name), and it has none.", found.evidence)
    }

    private static func missing(_ planned: [IdentityDocuments.Policy], in found: RolePolicies) -> [String] {
        planned.filter { policy in
            policy.arn.isEmpty ? found.inline[policy.name] == nil : !found.managed.contains(policy.arn)
        }.map(\.name)
    }

    private static func extra(_ planned: [IdentityDocuments.Policy], in found: RolePolicies) -> [String] {
        let (names, arns) = (Set(planned.filter(\.arn.isEmpty).map(\.name)), Set(planned.map(\.arn)))
        return found.inline.keys.sorted().filter { !names.contains($0) } + found.managed.filter { !arns.contains($0) }
    }

    private static func changed(
        _ planned: [IdentityDocuments.Policy], in found: RolePolicies, _ aws: AWSReading
    ) async throws(AccessProblem) -> (name: String, difference: String)? {
        for policy in planned where !policy.document.isEmpty {
            guard let expected = PolicyValue(json: policy.document) else { continue }
            let actual: PolicyValue? =
                policy.arn.isEmpty
                ? found.inline[policy.name] ?? nil : try await RolePolicies.document(policy.arn, aws)
            guard let actual else { return (policy.name, "it could not be read as a policy") }
            if let difference = actual.difference(from: expected) { return (policy.name, difference) }
        }
        return nil
    }
}
