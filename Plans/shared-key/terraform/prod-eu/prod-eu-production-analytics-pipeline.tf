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

data "aws_iam_policy_document" "prod-eu-production-analytics-pipeline" {
  statement {
    sid       = "S3Location"
    actions   = ["s3:GetBucketLocation"]
    resources = ["arn:aws:s3:::analytics-data"]
  }

  statement {
    sid       = "S3List"
    actions   = ["s3:ListBucket"]
    resources = ["arn:aws:s3:::analytics-data"]
  }

  statement {
    sid       = "S3Read"
    actions   = ["s3:GetObject"]
    resources = ["arn:aws:s3:::analytics-data/*"]
  }

  statement {
    sid = "S3Write"

    actions = [
      "s3:AbortMultipartUpload",
      "s3:ListMultipartUploadParts",
      "s3:PutObject",
    ]

    resources = ["arn:aws:s3:::analytics-data/*"]
  }
}

resource "aws_iam_role_policy" "prod-eu-production-analytics-pipeline" {
  name   = "permissions"
  role   = aws_iam_role.prod-eu-production-analytics-pipeline.name
  policy = data.aws_iam_policy_document.prod-eu-production-analytics-pipeline.json
}

resource "aws_eks_pod_identity_association" "prod-eu-production-analytics-pipeline" {
  cluster_name    = "prod-eu"
  namespace       = "production"
  service_account = "analytics-pipeline"
  role_arn        = aws_iam_role.prod-eu-production-analytics-pipeline.arn
}
