data "aws_iam_policy_document" "billing-eu-billing-chained-federated_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = ["arn:aws:iam::123456789012:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE"]
    }

    condition {
      test     = "StringEquals"
      variable = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:sub"
      values   = ["system:serviceaccount:billing:chained-federated"]
    }

    condition {
      test     = "StringEquals"
      variable = "oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "billing-eu-billing-chained-federated" {
  name               = "billing-eu-billing-chained-federated"
  assume_role_policy = data.aws_iam_policy_document.billing-eu-billing-chained-federated_trust.json
}

data "aws_iam_policy_document" "billing-eu-billing-chained-federated_target" {
  statement {
    actions   = ["sts:AssumeRole"]
    resources = ["arn:aws:iam::444455556666:role/billing-eu-billing-chained-federated"]
  }
}

resource "aws_iam_role_policy" "billing-eu-billing-chained-federated" {
  name   = "take-target-role"
  role   = aws_iam_role.billing-eu-billing-chained-federated.name
  policy = data.aws_iam_policy_document.billing-eu-billing-chained-federated_target.json
}
