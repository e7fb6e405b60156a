data "aws_iam_policy_document" "shop-eu-shop-files-federated_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.cluster.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:sub"
      values   = ["system:serviceaccount:shop:files-federated"]
    }

    condition {
      test     = "StringEquals"
      variable = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "shop-eu-shop-files-federated" {
  name               = "shop-eu-shop-files-federated"
  assume_role_policy = data.aws_iam_policy_document.shop-eu-shop-files-federated_trust.json
}

variable "shop-eu-shop-files-federated_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that shop-eu-shop-files-federated needs."
}

resource "aws_iam_role_policy_attachment" "shop-eu-shop-files-federated" {
  for_each   = var.shop-eu-shop-files-federated_policy_arns
  role       = aws_iam_role.shop-eu-shop-files-federated.name
  policy_arn = each.value
}
