locals {
  wandb_env = {
    # The endpoint is in another region than the parameter says.
    GORILLA_SUPPORTED_FILE_STORES = "s3://${var.access_key}:${urlencode(var.secret_key)}@s3.us-west-2.amazonaws.com/acme-wandb?region=us-east-1"
  }
}

resource "aws_s3_bucket" "wandb" {
  bucket = "acme-wandb"
}

resource "aws_s3_bucket_policy" "wandb" {
  bucket = aws_s3_bucket.wandb.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "WAndBAccountAccess"
      Effect    = "Allow"
      Principal = { AWS = "arn:aws:iam::725579432336:role/WandbIntegration" }
      Action    = ["s3:GetObjekt", "s3:PutObject", "s3:DeleteObject"]
      Resource  = "${aws_s3_bucket.wandb.arn}/*"
    }]
  })
}
