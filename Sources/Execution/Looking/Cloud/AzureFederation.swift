import MigrationModel
import StructuredText

/// A federated credential of a managed identity.
struct AzureCredential: Hashable, Sendable {
    var name: String
    var issuer: String
    var subject: String
    var audiences: [String]

    static let audience = "api://AzureADTokenExchange"

    /// Whether it is the one that the plan makes; of a cluster whose issuer the plan does not know any issuer counts.
    func isPlanned(_ documents: IdentityDocuments, in scene: Scene) -> Bool {
        let planned = scene.planned(documents.identity.cluster)?.issuer ?? ""
        return subject == documents.subject && audiences == [Self.audience] && (planned.isEmpty || issuer == planned)
    }
}

/// Looks up who may act as a managed identity.
///
/// See [federated credentials](https://learn.microsoft.com/entra/workload-id/workload-identity-federation).
enum AzureFederation {
    /// The credentials; `nil` in it where there is no such identity.
    static func look(
        _ documents: IdentityDocuments, _ scene: Scene
    ) async throws(AccessProblem) -> Observed<[AzureCredential]?> {
        let answer = try await scene.azure().ask(
            ["identity", "federated-credential", "list", "--identity-name", documents.identity.role]
                + place(documents, scene), "The managed identity \(documents.identity.role)")
        return Observed(answer.value.map(credentials), source: answer.source, time: answer.time)
    }

    /// The managed identity itself.
    static func identity(
        _ documents: IdentityDocuments, _ scene: Scene
    ) async throws(AccessProblem) -> Observed<StructuredValue?> {
        try await scene.azure().ask(
            ["identity", "show", "--name", documents.identity.role] + place(documents, scene),
            "The managed identity \(documents.identity.role)")
    }

    private static func place(_ documents: IdentityDocuments, _ scene: Scene) -> [String] {
        let subscription = scene.planned(documents.identity.cluster)?.subscription ?? ""
        return ["--resource-group", documents.identity.account]
            + (subscription.isEmpty ? [] : ["--subscription", subscription])
    }

    private static func credentials(_ list: StructuredValue) -> [AzureCredential] {
        list.asElements.map { credential in
            AzureCredential(
                name: credential["name"]?.asText ?? "", issuer: credential["issuer"]?.asText ?? "",
                subject: credential["subject"]?.asText ?? "",
                audiences: (credential["audiences"]?.asElements ?? []).compactMap(\.asText))
        }
    }
}
