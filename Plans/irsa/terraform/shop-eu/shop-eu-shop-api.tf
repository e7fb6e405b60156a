data "aws_iam_policy_document" "shop-eu-shop-api_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.cluster.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:sub"
      values   = ["system:serviceaccount:shop:api"]
    }

    condition {
      test     = "StringEquals"
      variable = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "shop-eu-shop-api" {
  name               = "shop-eu-shop-api"
  assume_role_policy = data.aws_iam_policy_document.shop-eu-shop-api_trust.json
}

variable "shop-eu-shop-api_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that shop-eu-shop-api needs."
}

resource "aws_iam_role_policy_attachment" "shop-eu-shop-api" {
  for_each   = var.shop-eu-shop-api_policy_arns
  role       = aws_iam_role.shop-eu-shop-api.name
  policy_arn = each.value
}
