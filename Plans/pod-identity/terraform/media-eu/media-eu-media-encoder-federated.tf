data "aws_iam_policy_document" "media-eu-media-encoder-federated_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "media-eu-media-encoder-federated" {
  name               = "media-eu-media-encoder-federated"
  assume_role_policy = data.aws_iam_policy_document.media-eu-media-encoder-federated_trust.json
}

variable "media-eu-media-encoder-federated_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that media-eu-media-encoder-federated needs."
}

resource "aws_iam_role_policy_attachment" "media-eu-media-encoder-federated" {
  for_each   = var.media-eu-media-encoder-federated_policy_arns
  role       = aws_iam_role.media-eu-media-encoder-federated.name
  policy_arn = each.value
}

resource "aws_eks_pod_identity_association" "media-eu-media-encoder-federated" {
  cluster_name    = "media-eu"
  namespace       = "media"
  service_account = "encoder-federated"
  role_arn        = aws_iam_role.media-eu-media-encoder-federated.arn
}
