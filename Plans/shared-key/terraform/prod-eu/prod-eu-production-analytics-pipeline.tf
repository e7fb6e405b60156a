data "aws_iam_policy_document" "prod-eu-production-analytics-pipeline_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "prod-eu-production-analytics-pipeline" {
  name               = "prod-eu-production-analytics-pipeline"
  assume_role_policy = data.aws_iam_policy_document.prod-eu-production-analytics-pipeline_trust.json
}

variable "prod-eu-production-analytics-pipeline_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that prod-eu-production-analytics-pipeline needs."
}

resource "aws_iam_role_policy_attachment" "prod-eu-production-analytics-pipeline" {
  for_each   = var.prod-eu-production-analytics-pipeline_policy_arns
  role       = aws_iam_role.prod-eu-production-analytics-pipeline.name
  policy_arn = each.value
}

resource "aws_eks_pod_identity_association" "prod-eu-production-analytics-pipeline" {
  cluster_name    = "prod-eu"
  namespace       = "production"
  service_account = "analytics-pipeline"
  role_arn        = aws_iam_role.prod-eu-production-analytics-pipeline.arn
}
