variable "reports-reports-export_roles" {
  type        = set(string)
  description = "Roles in keyshift-fixtures that reports/reports/export needs."
}

resource "google_project_iam_member" "reports-reports-export" {
  for_each = var.reports-reports-export_roles
  project  = "keyshift-fixtures"
  role     = each.value
  member   = "principal://iam.googleapis.com/projects/345678901234/locations/global/workloadIdentityPools/keyshift-fixtures.svc.id.goog/subject/ns/reports/sa/export"
}
