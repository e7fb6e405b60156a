data "aws_iam_policy_document" "billing-eu-billing-associated_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::123456789012:role/billing-eu-billing-associated"]
    }
  }
}

resource "aws_iam_role" "billing-eu-billing-associated" {
  name               = "billing-eu-billing-associated"
  assume_role_policy = data.aws_iam_policy_document.billing-eu-billing-associated_trust.json
}

variable "billing-eu-billing-associated_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that billing-eu-billing-associated needs."
}

resource "aws_iam_role_policy_attachment" "billing-eu-billing-associated" {
  for_each   = var.billing-eu-billing-associated_policy_arns
  role       = aws_iam_role.billing-eu-billing-associated.name
  policy_arn = each.value
}
