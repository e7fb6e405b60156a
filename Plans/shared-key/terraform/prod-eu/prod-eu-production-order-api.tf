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

data "aws_iam_policy_document" "prod-eu-production-order-api" {
  statement {
    sid = "DynamoDBTable"

    actions = [
      "dynamodb:BatchGetItem",
      "dynamodb:BatchWriteItem",
      "dynamodb:ConditionCheckItem",
      "dynamodb:DeleteItem",
      "dynamodb:DescribeTable",
      "dynamodb:GetItem",
      "dynamodb:PutItem",
      "dynamodb:Query",
      "dynamodb:Scan",
      "dynamodb:UpdateItem",
    ]

    resources = ["arn:aws:dynamodb:us-east-1:123456789012:table/orders"]
  }

  statement {
    sid = "DynamoDBIndexes"

    actions = [
      "dynamodb:Query",
      "dynamodb:Scan",
    ]

    resources = ["arn:aws:dynamodb:us-east-1:123456789012:table/orders/index/*"]
  }
}

resource "aws_iam_role_policy" "prod-eu-production-order-api" {
  name   = "permissions"
  role   = aws_iam_role.prod-eu-production-order-api.name
  policy = data.aws_iam_policy_document.prod-eu-production-order-api.json
}

resource "aws_eks_pod_identity_association" "prod-eu-production-order-api" {
  cluster_name    = "prod-eu"
  namespace       = "production"
  service_account = "order-api"
  role_arn        = aws_iam_role.prod-eu-production-order-api.arn
}
