data "aws_iam_policy_document" "prod-eu-production-order-api_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "prod-eu-production-order-api" {
  name               = "prod-eu-production-order-api"
  assume_role_policy = data.aws_iam_policy_document.prod-eu-production-order-api_trust.json
}

variable "prod-eu-production-order-api_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that prod-eu-production-order-api needs."
}

resource "aws_iam_role_policy_attachment" "prod-eu-production-order-api" {
  for_each   = var.prod-eu-production-order-api_policy_arns
  role       = aws_iam_role.prod-eu-production-order-api.name
  policy_arn = each.value
}

resource "aws_eks_pod_identity_association" "prod-eu-production-order-api" {
  cluster_name    = "prod-eu"
  namespace       = "production"
  service_account = "order-api"
  role_arn        = aws_iam_role.prod-eu-production-order-api.arn
}
