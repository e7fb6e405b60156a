import MigrationModel
import Rendering
import Testing

/// Resources of Google and Azure, whose providers are not at hand, against what their documentation takes.
///
/// See [google](https://registry.terraform.io/providers/hashicorp/google/latest/docs) 5 and 6, and
/// [azurerm](https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs) 4.
struct ProviderArgumentsTests {
    /// For each type the arguments that it must have, and those that it may have besides.
    static let known: [String: (required: Set<String>, optional: Set<String>)] = [
        "google_service_account": (["account_id"], ["project", "display_name", "description", "disabled"]),
        "google_service_account_iam_member": (["service_account_id", "role", "member"], []),
        "google_project_iam_member": (["project", "role", "member"], ["for_each"]),
        "azurerm_user_assigned_identity": (["name", "resource_group_name", "location"], ["tags"]),
        "azurerm_federated_identity_credential": (
            ["name", "resource_group_name", "parent_id", "audience", "issuer", "subject"], []
        ),
        "azurerm_role_assignment": (["scope", "role_definition_name", "principal_id"], ["for_each"]),
    ]

    @Test func takesOnlyWhatProvidersKnow() {
        let files = PlanFiles.files(of: SamplePlans.full, configuration: SamplePlans.configuration)
        var seen: Set<String> = []
        for file in files where file.path.hasSuffix(".tf") {
            for block in file.contents.split(separator: "\nresource ").map({ "resource " + $0 }) {
                let lines = block.split(separator: "\n", omittingEmptySubsequences: false)
                guard let type = lines.first?.split(separator: "\"").dropFirst().first.map(String.init),
                    let arguments = Self.known[type]
                else { continue }
                seen.insert(type)
                let body = lines.dropFirst().prefix { $0 != "}" }.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
                let names = Set(body.compactMap { $0.split(separator: " ").first.map(String.init) })
                #expect(names.isSuperset(of: arguments.required), "\(file.path): \(type)")
                #expect(names.subtracting(arguments.required).isSubset(of: arguments.optional), "\(file.path): \(type)")
            }
        }
        #expect(seen == Set(Self.known.keys))
    }
}
