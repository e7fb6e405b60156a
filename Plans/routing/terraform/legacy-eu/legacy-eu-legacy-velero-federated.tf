data "aws_iam_policy_document" "legacy-eu-legacy-velero-federated_trust" {
  statement {
    actions = ["sts:AssumeRole", "sts:TagSession"]

    principals {
      type        = "Service"
      identifiers = ["pods.eks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "legacy-eu-legacy-velero-federated" {
  name               = "legacy-eu-legacy-velero-federated"
  assume_role_policy = data.aws_iam_policy_document.legacy-eu-legacy-velero-federated_trust.json
}

variable "legacy-eu-legacy-velero-federated_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that legacy-eu-legacy-velero-federated needs."
}

resource "aws_iam_role_policy_attachment" "legacy-eu-legacy-velero-federated" {
  for_each   = var.legacy-eu-legacy-velero-federated_policy_arns
  role       = aws_iam_role.legacy-eu-legacy-velero-federated.name
  policy_arn = each.value
}

resource "aws_eks_pod_identity_association" "legacy-eu-legacy-velero-federated" {
  cluster_name    = "legacy-eu"
  namespace       = "legacy"
  service_account = "velero-federated"
  role_arn        = aws_iam_role.legacy-eu-legacy-velero-federated.arn
}
