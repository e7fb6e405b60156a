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

data "aws_iam_policy_document" "prod-eu-production-notification-service" {
  statement {
    sid       = "SNSPublish"
    actions   = ["sns:Publish"]
    resources = ["arn:aws:sns:us-east-1:123456789012:notifications"]
  }
}

resource "aws_iam_role_policy" "prod-eu-production-notification-service" {
  name   = "permissions"
  role   = aws_iam_role.prod-eu-production-notification-service.name
  policy = data.aws_iam_policy_document.prod-eu-production-notification-service.json
}

resource "aws_eks_pod_identity_association" "prod-eu-production-notification-service" {
  cluster_name    = "prod-eu"
  namespace       = "production"
  service_account = "notification-service"
  role_arn        = aws_iam_role.prod-eu-production-notification-service.arn
}
