data "aws_iam_policy_document" "billing-eu-billing-chained-federated_trust" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/billing-eu-billing-chained-federated"]
    }
  }
}

resource "aws_iam_role" "billing-eu-billing-chained-federated" {
  name               = "billing-eu-billing-chained-federated"
  assume_role_policy = data.aws_iam_policy_document.billing-eu-billing-chained-federated_trust.json
}

variable "billing-eu-billing-chained-federated_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that billing-eu-billing-chained-federated needs."
}

resource "aws_iam_role_policy_attachment" "billing-eu-billing-chained-federated" {
  for_each   = var.billing-eu-billing-chained-federated_policy_arns
  role       = aws_iam_role.billing-eu-billing-chained-federated.name
  policy_arn = each.value
}
