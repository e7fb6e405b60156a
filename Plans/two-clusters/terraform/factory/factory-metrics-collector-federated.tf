data "aws_iam_policy_document" "factory-metrics-collector-federated_trust" {
  statement {
    actions = ["sts:AssumeRoleWithWebIdentity"]

    principals {
      type        = "Federated"
      identifiers = [aws_iam_openid_connect_provider.cluster.arn]
    }

    condition {
      test     = "StringEquals"
      variable = "issuer.factory.example.com:sub"
      values   = ["system:serviceaccount:metrics:collector-federated"]
    }

    condition {
      test     = "StringEquals"
      variable = "issuer.factory.example.com:aud"
      values   = ["sts.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "factory-metrics-collector-federated" {
  name               = "factory-metrics-collector-federated"
  assume_role_policy = data.aws_iam_policy_document.factory-metrics-collector-federated_trust.json
}

variable "factory-metrics-collector-federated_policy_arns" {
  type        = set(string)
  description = "ARNs of the policies that factory-metrics-collector-federated needs."
}

resource "aws_iam_role_policy_attachment" "factory-metrics-collector-federated" {
  for_each   = var.factory-metrics-collector-federated_policy_arns
  role       = aws_iam_role.factory-metrics-collector-federated.name
  policy_arn = each.value
}
