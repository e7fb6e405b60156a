import MigrationModel

/// Terraform: objects that its provider applied, and the Secrets in which its backend keeps state,
/// <https://developer.hashicorp.com/terraform/language/backend/kubernetes>.
enum TerraformMark: ManagerMark {
    static func manager(of object: ObjectDescription) -> ObjectManager? {
        let isState = object.labels["tfstate"] == "true"
        let isApplied = object.labels["app.kubernetes.io/managed-by"]?.lowercased() == "terraform"
        guard isState || isApplied else { return nil }
        return ObjectManager(program: "Terraform", instance: isState ? object.labels["tfstateWorkspace"] ?? "" : "")
    }
}
