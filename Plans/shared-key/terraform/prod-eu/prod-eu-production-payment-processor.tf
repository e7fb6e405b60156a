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

data "aws_iam_policy_document" "prod-eu-production-payment-processor" {
  statement {
    sid = "SQSSend"

    actions = [
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:SendMessage",
    ]

    resources = ["arn:aws:sqs:us-east-1:123456789012:payment-queue"]
  }

  statement {
    sid = "SQSReceive"

    actions = [
      "sqs:ChangeMessageVisibility",
      "sqs:DeleteMessage",
      "sqs:GetQueueAttributes",
      "sqs:GetQueueUrl",
      "sqs:ReceiveMessage",
    ]

    resources = ["arn:aws:sqs:us-east-1:123456789012:payment-queue"]
  }
}

resource "aws_iam_role_policy" "prod-eu-production-payment-processor" {
  name   = "permissions"
  role   = aws_iam_role.prod-eu-production-payment-processor.name
  policy = data.aws_iam_policy_document.prod-eu-production-payment-processor.json
}

resource "aws_eks_pod_identity_association" "prod-eu-production-payment-processor" {
  cluster_name    = "prod-eu"
  namespace       = "production"
  service_account = "payment-processor"
  role_arn        = aws_iam_role.prod-eu-production-payment-processor.arn
}
