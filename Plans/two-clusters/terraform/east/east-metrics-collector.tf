data "aws_iam_policy_document" "east-metrics-collector_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "east-metrics-collector" {
  name               = "east-metrics-collector"
  assume_role_policy = data.aws_iam_policy_document.east-metrics-collector_trust.json
}

variable "east-metrics-collector_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that east-metrics-collector needs."
}

resource "aws_iam_role_policy_attachment" "east-metrics-collector" {
  for_each   = var.east-metrics-collector_policy_arns
  role       = aws_iam_role.east-metrics-collector.name
  policy_arn = each.value
}

resource "aws_eks_pod_identity_association" "east-metrics-collector" {
  cluster_name    = "east"
  namespace       = "metrics"
  service_account = "collector"
  role_arn        = aws_iam_role.east-metrics-collector.arn
}
