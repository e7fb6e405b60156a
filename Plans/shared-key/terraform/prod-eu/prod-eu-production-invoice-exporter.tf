data "aws_iam_policy_document" "prod-eu-production-invoice-exporter_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "prod-eu-production-invoice-exporter" {
  name               = "prod-eu-production-invoice-exporter"
  assume_role_policy = data.aws_iam_policy_document.prod-eu-production-invoice-exporter_trust.json
}

variable "prod-eu-production-invoice-exporter_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that prod-eu-production-invoice-exporter needs."
}

resource "aws_iam_role_policy_attachment" "prod-eu-production-invoice-exporter" {
  for_each   = var.prod-eu-production-invoice-exporter_policy_arns
  role       = aws_iam_role.prod-eu-production-invoice-exporter.name
  policy_arn = each.value
}

resource "aws_eks_pod_identity_association" "prod-eu-production-invoice-exporter" {
  cluster_name    = "prod-eu"
  namespace       = "production"
  service_account = "invoice-exporter"
  role_arn        = aws_iam_role.prod-eu-production-invoice-exporter.arn
}
