resource "aws_s3_bucket_cors_configuration" "wandb" {
  bucket = aws_s3_bucket.wandb.id

  cors_rule {
    allowed_origins = ["https://wandb.ai/"]
    allowed_methods = ["GET", "PUT"]
    allowed_headers = ["*"]
    expose_headers  = ["x-amz-request-id"]
    max_age_seconds = 3000
  }
}
