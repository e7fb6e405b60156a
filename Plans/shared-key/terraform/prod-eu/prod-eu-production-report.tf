data "aws_iam_policy_document" "prod-eu-production-report_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "prod-eu-production-report" {
  name               = "prod-eu-production-report"
  assume_role_policy = data.aws_iam_policy_document.prod-eu-production-report_trust.json
}

variable "prod-eu-production-report_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that prod-eu-production-report needs."
}

resource "aws_iam_role_policy_attachment" "prod-eu-production-report" {
  for_each   = var.prod-eu-production-report_policy_arns
  role       = aws_iam_role.prod-eu-production-report.name
  policy_arn = each.value
}

resource "aws_eks_pod_identity_association" "prod-eu-production-report" {
  cluster_name    = "prod-eu"
  namespace       = "production"
  service_account = "report"
  role_arn        = aws_iam_role.prod-eu-production-report.arn
}
