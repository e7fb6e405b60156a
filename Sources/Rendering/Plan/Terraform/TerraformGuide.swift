import MigrationModel

/// `terraform/README.md`: which module is applied when, with whose credentials.
enum TerraformGuide {
    static func text(_ context: PlanContext) -> String {
        let folders = folders(context)
        var text = "# Terraform\n\n"
        text +=
            "Each folder is a root module with a state of its own, applied with credentials of the account that it names in "
            + "`allowed_account_ids`. Add a backend before the first apply.\n\n"
        text += "| Folder | Phase | What it keeps |\n| --- | --- | --- |\n"
        text += folders.map { "| \(MarkdownText.code($0.path)) | \($0.phase) | \($0.what) |\n" }.joined()
        text +=
            "\nPermissions are variables without a default, so that no role is applied without them. Everything in `prepare` "
            + "is new and unused: applying it changes nothing that runs.\n"
        guard folders.contains(where: { $0.phase.hasPrefix("retire") }) else { return text }
        return text + retirement
    }

    private static let retirement = """

        ## Users and keys

        `retire/` brings what exists under Terraform by `import` blocks, and takes it away in phases. Every step of the plan is a \
        change of one word in `keys.auto.tfvars`, in a pull request of its own:

        | `phase` | Step | Undo |
        | --- | --- | --- |
        | `active` | none: the first apply imports users and keys, and changes nothing | `terraform state rm` |
        | `inactive` | `retire/keys/KEY/deactivate` | back to `active` |
        | `deleted` | `decommission/keys/KEY/delete` | none: point of no return |
        | `user-deleted` | `decommission/keys/KEY/user` | none |

        Removing a key from `keys.auto.tfvars`, or destroying the module, deletes it as well: take it out of the state instead. \
        Secret halves are not in the state, because imports have none. Users with several keys go with the last of them; what \
        is attached to them is named in `user_policies`, and inline policies, groups and login profiles are removed before \
        (`aws iam delete-user` and Terraform refuse otherwise).

        """

    private static func folders(_ context: PlanContext) -> [(path: String, phase: String, what: String)] {
        var found: [String: (phase: String, what: String)] = [:]
        for identity in context.plan.identities {
            let cluster = MarkdownText.code(identity.cluster)
            found[TerraformFolder.identity(identity, context)] = ("prepare", "identities of \(cluster)")
            if let target = identity.target {
                found[TerraformFolder.account(target.account)] = (
                    "prepare, behind the cluster's", "roles that others take"
                )
            }
        }
        for key in context.plan.keys where context.retired.contains(key.key) {
            found[TerraformFolder.retirement(key.account)] = (
                "retire, decommission", "users and keys of \(MarkdownText.code(key.account))"
            )
        }
        return found.sorted { $0.key < $1.key }.map { ($0.key, $0.value.phase, $0.value.what) }
    }
}
