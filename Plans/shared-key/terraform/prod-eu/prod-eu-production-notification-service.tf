data "aws_iam_policy_document" "prod-eu-production-notification-service_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "prod-eu-production-notification-service" {
  name               = "prod-eu-production-notification-service"
  assume_role_policy = data.aws_iam_policy_document.prod-eu-production-notification-service_trust.json
}

variable "prod-eu-production-notification-service_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that prod-eu-production-notification-service needs."
}

resource "aws_iam_role_policy_attachment" "prod-eu-production-notification-service" {
  for_each   = var.prod-eu-production-notification-service_policy_arns
  role       = aws_iam_role.prod-eu-production-notification-service.name
  policy_arn = each.value
}

resource "aws_eks_pod_identity_association" "prod-eu-production-notification-service" {
  cluster_name    = "prod-eu"
  namespace       = "production"
  service_account = "notification-service"
  role_arn        = aws_iam_role.prod-eu-production-notification-service.arn
}
