resource "google_service_account" "reports-reports-export" {
  project    = "keyshift-fixtures"
  account_id = "reports-reports-export"
}

resource "google_service_account_iam_member" "reports-reports-export" {
  service_account_id = google_service_account.reports-reports-export.name
  role               = "roles/iam.workloadIdentityUser"
  member             = "serviceAccount:keyshift-fixtures.svc.id.goog[reports/export]"
}

variable "reports-reports-export_roles" {
  type        = set(string)
  description = "Roles in keyshift-fixtures that reports-reports-export needs."
}

resource "google_project_iam_member" "reports-reports-export" {
  for_each = var.reports-reports-export_roles
  project  = "keyshift-fixtures"
  role     = each.value
  member   = google_service_account.reports-reports-export.member
}
