data "aws_iam_policy_document" "billing-eu-billing-direct-federated_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.billing-eu.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:sub"
      values   = ["system:serviceaccount:billing:direct-federated"]
    }

    condition {
      test     = "StringEquals"
      variable = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "billing-eu-billing-direct-federated" {
  name               = "billing-eu-billing-direct-federated"
  assume_role_policy = data.aws_iam_policy_document.billing-eu-billing-direct-federated_trust.json
}

variable "billing-eu-billing-direct-federated_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that billing-eu-billing-direct-federated needs."
}

resource "aws_iam_role_policy_attachment" "billing-eu-billing-direct-federated" {
  for_each   = var.billing-eu-billing-direct-federated_policy_arns
  role       = aws_iam_role.billing-eu-billing-direct-federated.name
  policy_arn = each.value
}
