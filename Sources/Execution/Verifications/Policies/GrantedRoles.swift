import MigrationModel
import StructuredText

/// Which roles an identity of Google Cloud or Azure has: plans leave them to people, so that what counts is that there are any.
enum GrantedRoles {
    /// The roles of a Google service account, or of a ServiceAccount by its own name, in its project.
    static func google(_ documents: IdentityDocuments, _ scene: Scene) async throws(AccessProblem) -> Verdict {
        let member = documents.identity.isPrincipal ? documents.subject : "serviceAccount:\(documents.principal)"
        let project = documents.identity.account
        let answer = try await scene.google(cluster: documents.identity.cluster).require(
            ["projects", "get-iam-policy", project], "The grants of project \(project)")
        let roles = (answer.value["bindings"]?.asElements ?? []).filter { binding in
            (binding["members"]?.asElements ?? []).contains { $0.asText == member }
        }.compactMap { $0["role"]?.asText }
        return verdict(roles.sorted(), of: member, in: "project \(project)", answer.evidence)
    }

    /// The roles of a managed identity, whatever their scope.
    static func azure(
        _ documents: IdentityDocuments, _ step: Step, _ scene: Scene
    ) async throws(AccessProblem) -> Verdict {
        let identity = try await AzureFederation.identity(documents, scene)
        guard let principal = identity.value?["principalId"]?.asText else {
            return scene.missing(
                step, "The managed identity \(documents.principal) is not there.",
                [identity.evidence("There is no managed identity \(documents.principal).")])
        }
        let answer = try await scene.azure().require(
            ["role", "assignment", "list", "--all", "--assignee", principal],
            "The role assignments of \(documents.principal)")
        let roles = answer.value.asElements.compactMap { $0["roleDefinitionName"]?.asText }
        return verdict(roles.sorted(), of: documents.principal, in: "its subscription", answer.evidence)
    }

    private static func verdict(
        _ roles: [String], of member: String, in place: String, _ evidence: (String) -> Evidence
    ) -> Verdict {
        guard !roles.isEmpty else {
            return .people(
                "\(member) has no role in \(place); roles on single resources are not seen here, and the plan leaves them to people.",
                [evidence("No role is granted to \(member).")])
        }
        let names = roles.joined(separator: ", ")
        return .satisfied(
            "\(member) has \(names); which it needs, the plan leaves to people.", [evidence("Granted: \(names).")])
    }
}
