import MigrationModel
import StructuredText

/// The identity is there, and exactly its subjects may take it.
enum TrustExact: LookingVerification {
    static let verification = Verification.trustExact

    static func look(_ step: Step, in scene: Scene) async throws(AccessProblem) -> Verdict {
        let documents = try scene.requireDocuments(of: step)
        if case .createTargetRole = step.action {
            guard let target = documents.target else { return .cannotTell("The plan has no role in another account.") }
            return try await role(target.principal, trust: target.trust, step, scene)
        }
        switch documents.identity.mechanism.provider {
        case .aws: return try await role(documents.principal, trust: documents.trust, step, scene)
        case .google: return try await serviceAccount(documents, step, scene)
        case .azure: return try await managedIdentity(documents, step, scene)
        }
    }

    private static func role(
        _ arn: String, trust: String, _ step: Step, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict {
        let role = RoleName(arn)
        guard let planned = PolicyValue(json: trust) else {
            return .cannotTell("The plan does not say who may take the role \(role.name).")
        }
        let aws = try await scene.aws(account: role.account, cluster: step.cluster)
        let answer = try await aws.ask(["iam", "get-role", "--role-name", role.name], "The role \(role.name)")
        guard let found = answer.value?["Role"] else {
            return scene.missing(
                step, "The role \(role.name) is not in account \(role.account).",
                [answer.evidence("There is no role \(role.name).")])
        }
        guard let policy = found["AssumeRolePolicyDocument"].flatMap(PolicyValue.init) else {
            return .cannotTell("The trust policy of \(role.name) could not be read.")
        }
        if let difference = policy.difference(from: planned) {
            return .violated(
                "The trust policy of \(role.name) is not the planned one: \(difference).",
                [answer.evidence("The trust policy of \(role.name) differs: \(difference).")])
        }
        return .satisfied(
            "The trust policy of \(role.name) is exactly the planned one.",
            [answer.evidence("The trust policy of \(role.name) is the planned one.")])
    }

    /// The subject need not be among them yet: the binding adds it.
    private static func serviceAccount(
        _ documents: IdentityDocuments, _ step: Step, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict {
        guard !documents.identity.isPrincipal else {
            return .satisfied(
                "The ServiceAccount acts by its own name, so that there is no identity that others could take.", [])
        }
        let look = try await GoogleGrants.look(documents, scene)
        guard let grants = look.value else {
            return scene.missing(
                step, "The service account \(documents.principal) is not there.",
                [look.evidence("There is no service account \(documents.principal).")])
        }
        let others = grants.filter { !$0.isPlanned(documents) }
        guard let other = others.first else {
            return .satisfied(
                "Nobody besides \(documents.subject) may act as \(documents.principal).",
                [look.evidence("No other member has a role on the service account.")])
        }
        return .violated(
            "\(other.member) has \(other.role) on \(documents.principal), which is not planned.",
            [look.evidence("\(other.member) has \(other.role) on the service account.")])
    }

    private static func managedIdentity(
        _ documents: IdentityDocuments, _ step: Step, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict {
        let look = try await AzureFederation.look(documents, scene)
        guard let credentials = look.value else {
            return scene.missing(
                step, "The managed identity \(documents.principal) is not there.",
                [look.evidence("There is no managed identity \(documents.principal).")])
        }
        guard let other = credentials.first(where: { !$0.isPlanned(documents, in: scene) }) else {
            return .satisfied(
                "Nobody besides \(documents.subject) may act as \(documents.principal).",
                [look.evidence("There is no other federated credential.")])
        }
        return .violated(
            "The federated credential \(other.name) of \(documents.principal) is not planned: it is for \(other.subject).",
            [look.evidence("There is a federated credential for \(other.subject) of \(other.issuer).")])
    }
}
