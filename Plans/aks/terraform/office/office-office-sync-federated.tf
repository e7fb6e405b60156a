resource "azurerm_user_assigned_identity" "office-office-sync-federated" {
  name                = "office-office-sync-federated"
  resource_group_name = "identities"
  location            = "westeurope"
}

resource "azurerm_federated_identity_credential" "office-office-sync-federated" {
  name                = "keyshift-18cee7440959"
  resource_group_name = "identities"
  parent_id           = azurerm_user_assigned_identity.office-office-sync-federated.id
  audience            = ["api://AzureADTokenExchange"]
  issuer              = "https://westeurope.oic.prod-aks.azure.com/11111111-2222-4333-8444-555555555555/66666666-7777-4888-9999-000000000000/"
  subject             = "system:serviceaccount:office:sync-federated"
}

variable "office-office-sync-federated_role_assignments" {
  type        = map(string)
  description = "Roles that office-office-sync-federated needs, by scope."
}

resource "azurerm_role_assignment" "office-office-sync-federated" {
  for_each             = var.office-office-sync-federated_role_assignments
  scope                = each.key
  role_definition_name = each.value
  principal_id         = azurerm_user_assigned_identity.office-office-sync-federated.principal_id
}

output "office-office-sync-federated_client_id" {
  value       = azurerm_user_assigned_identity.office-office-sync-federated.client_id
  description = "For the annotation azure.workload.identity/client-id."
}
