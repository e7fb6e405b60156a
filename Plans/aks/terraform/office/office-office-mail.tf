resource "azurerm_user_assigned_identity" "office-office-mail" {
  name                = "office-office-mail"
  resource_group_name = "identities"
  location            = "westeurope"
}

resource "azurerm_federated_identity_credential" "office-office-mail" {
  name                = "keyshift-85aafaa78edd"
  resource_group_name = "identities"
  parent_id           = azurerm_user_assigned_identity.office-office-mail.id
  audience            = ["api://AzureADTokenExchange"]
  issuer              = "https://westeurope.oic.prod-aks.azure.com/11111111-2222-4333-8444-555555555555/66666666-7777-4888-9999-000000000000/"
  subject             = "system:serviceaccount:office:mail"
}

variable "office-office-mail_role_assignments" {
  type        = map(string)
  description = "Roles that office-office-mail needs, by scope."
}

resource "azurerm_role_assignment" "office-office-mail" {
  for_each             = var.office-office-mail_role_assignments
  scope                = each.key
  role_definition_name = each.value
  principal_id         = azurerm_user_assigned_identity.office-office-mail.principal_id
}

output "office-office-mail_client_id" {
  value       = azurerm_user_assigned_identity.office-office-mail.client_id
  description = "For the annotation azure.workload.identity/client-id."
}
