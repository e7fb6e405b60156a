terraform {
  required_version = ">= 1.3"

  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.0"
    }
  }
}

provider "azurerm" {
  subscription_id = "66666666-7777-4888-9999-000000000000"
  tenant_id       = "11111111-2222-4333-8444-555555555555"

  features {}
}
