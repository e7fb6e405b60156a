data "aws_iam_policy_document" "billing-eu-billing-associated_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "billing-eu-billing-associated" {
  name               = "billing-eu-billing-associated"
  assume_role_policy = data.aws_iam_policy_document.billing-eu-billing-associated_trust.json
}

data "aws_iam_policy_document" "billing-eu-billing-associated_target" {
  statement {
    actions   = ["sts:AssumeRole", "sts:TagSession"]
    resources = ["arn:aws:iam::444455556666:role/billing-eu-billing-associated"]
  }
}

resource "aws_iam_role_policy" "billing-eu-billing-associated" {
  name   = "take-target-role"
  role   = aws_iam_role.billing-eu-billing-associated.name
  policy = data.aws_iam_policy_document.billing-eu-billing-associated_target.json
}

resource "aws_eks_pod_identity_association" "billing-eu-billing-associated" {
  cluster_name    = "billing-eu"
  namespace       = "billing"
  service_account = "associated"
  role_arn        = aws_iam_role.billing-eu-billing-associated.arn
  target_role_arn = "arn:aws:iam::444455556666:role/billing-eu-billing-associated"
}
