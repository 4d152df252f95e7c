#!/bin/sh
set -eu

export GORILLA_SUPPORTED_FILE_STORES="gs://acme-wandb"

# The address is quoted, or the shell would cut it at the ampersand.
docker run -d --name wandb -p 8080:8080 \
  -e GORILLA_SUPPORTED_FILE_STORES \
  -e BUCKET_QUEUE=internal:// \
  -e "BUCKET=s3://${ACCESS_KEY}:${SECRET_KEY}@s3.storage.example.com/acme-wandb?region=us-east-1&tls=true" \
  wandb/local

cat > cors.json <<'JSON'
[
  {
    "AllowedHeaders": ["*"],
    "AllowedMethods": ["GET", "HEAD", "PUT"],
    "AllowedOrigins": ["https://wandb.ai"],
    "ExposeHeaders": ["ETag"],
    "MaxAgeSeconds": 3000
  }
]
JSON
aws s3api put-bucket-cors --bucket acme-wandb --cors-configuration "$(cat cors.json)"
