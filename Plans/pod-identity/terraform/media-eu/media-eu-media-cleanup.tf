data "aws_iam_policy_document" "media-eu-media-cleanup_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "media-eu-media-cleanup" {
  name               = "media-eu-media-cleanup"
  assume_role_policy = data.aws_iam_policy_document.media-eu-media-cleanup_trust.json
}

variable "media-eu-media-cleanup_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that media-eu-media-cleanup needs."
}

resource "aws_iam_role_policy_attachment" "media-eu-media-cleanup" {
  for_each   = var.media-eu-media-cleanup_policy_arns
  role       = aws_iam_role.media-eu-media-cleanup.name
  policy_arn = each.value
}

resource "aws_eks_pod_identity_association" "media-eu-media-cleanup" {
  cluster_name    = "media-eu"
  namespace       = "media"
  service_account = "cleanup"
  role_arn        = aws_iam_role.media-eu-media-cleanup.arn
}
