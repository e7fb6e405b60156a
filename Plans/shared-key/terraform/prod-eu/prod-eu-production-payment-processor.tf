data "aws_iam_policy_document" "prod-eu-production-payment-processor_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "prod-eu-production-payment-processor" {
  name               = "prod-eu-production-payment-processor"
  assume_role_policy = data.aws_iam_policy_document.prod-eu-production-payment-processor_trust.json
}

variable "prod-eu-production-payment-processor_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that prod-eu-production-payment-processor needs."
}

resource "aws_iam_role_policy_attachment" "prod-eu-production-payment-processor" {
  for_each   = var.prod-eu-production-payment-processor_policy_arns
  role       = aws_iam_role.prod-eu-production-payment-processor.name
  policy_arn = each.value
}

resource "aws_eks_pod_identity_association" "prod-eu-production-payment-processor" {
  cluster_name    = "prod-eu"
  namespace       = "production"
  service_account = "payment-processor"
  role_arn        = aws_iam_role.prod-eu-production-payment-processor.arn
}
