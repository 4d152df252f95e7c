locals {
  wandb_env = {
    GORILLA_SUPPORTED_FILE_STORES = "s3://${var.access_key}:${urlencode(var.secret_key)}@s3.us-west-2.amazonaws.com/acme-wandb?region=us-west-2"
  }
}

resource "aws_s3_bucket" "wandb" {
  bucket = "acme-wandb"
}

data "aws_iam_policy_document" "wandb" {
  statement {
    sid = "WAndBAccountAccess"

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::725579432336:role/WandbIntegration"]
    }

    actions = [
      "s3:GetObject*",
      "s3:GetEncryptionConfiguration",
      "s3:ListBucket",
      "s3:ListBucketMultipartUploads",
      "s3:ListBucketVersions",
      "s3:AbortMultipartUpload",
      "s3:DeleteObject",
      "s3:PutObject",
      "s3:GetBucketCORS",
      "s3:GetBucketLocation",
      "s3:GetBucketVersioning",
    ]

    resources = [
      "arn:aws:s3:::acme-wandb",
      "arn:aws:s3:::acme-wandb/*",
    ]
  }
}

resource "aws_s3_bucket_policy" "wandb" {
  bucket = aws_s3_bucket.wandb.id
  policy = data.aws_iam_policy_document.wandb.json
}
