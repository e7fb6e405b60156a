import MigrationModel
import StructuredText

/// A role that a member has on a Google service account.
struct GoogleGrant: Hashable, Sendable {
    var role: String
    var member: String
    /// Whether it holds under a condition only.
    var isConditional: Bool

    static let userRole = "roles/iam.workloadIdentityUser"

    /// Whether it is the one that the plan makes, or the service account's own right to sign.
    func isPlanned(_ documents: IdentityDocuments) -> Bool {
        if isConditional { return false }
        if member == "serviceAccount:\(documents.principal)" { return true }
        return role == Self.userRole && member == documents.subject
    }
}

/// Looks up who may act as a Google service account.
///
/// See [the policy of a service account](https://cloud.google.com/iam/docs/manage-access-service-accounts).
enum GoogleGrants {
    /// The grants; `nil` in it where there is no such service account.
    static func look(
        _ documents: IdentityDocuments, _ scene: Scene
    ) async throws(AccessProblem) -> Observed<[GoogleGrant]?> {
        let google = try scene.google(cluster: documents.identity.cluster)
        let answer = try await google.ask(
            [
                "iam", "service-accounts", "get-iam-policy", documents.principal,
                "--project=\(documents.identity.account)",
            ], "The service account \(documents.principal)")
        return Observed(answer.value.map(grants), source: answer.source, time: answer.time)
    }

    private static func grants(_ policy: StructuredValue) -> [GoogleGrant] {
        (policy["bindings"]?.asElements ?? []).flatMap { binding in
            (binding["members"]?.asElements ?? []).map { member in
                GoogleGrant(
                    role: binding["role"]?.asText ?? "", member: member.asText ?? "",
                    isConditional: binding["condition"].map { !$0.isVoid } ?? false)
            }
        }
    }
}
