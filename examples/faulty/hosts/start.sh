#!/bin/sh
set -eu

# The ampersand ends the command, and what follows it is lost.
export GORILLA_SUPPORTED_FILE_STORES=s3://${ACCESS_KEY}:${SECRET_KEY}@s3.storage.example.com/acme-wandb?region=us-east-1&tls=true

docker run -d --name wandb -p 8080:8080 \
  -e BUCKET_QUEUE=internal:// \
  -e "BUCKET=cw://minio:example-secret@cwobject.com/acme-wandb" \
  wandb/local

cat > cors.json <<'JSON'
[
  {
    "AllowedHeaders": ["*"],
    "AllowedMethods": ["GET", "HEAD", "PUT"],
    "AllowedOrigins": ["https://wandb.ai"],
    "ExposeHeaders": ["x-amz-request-id"],
    "MaxAgeSeconds": 3000
  }
]
JSON
aws s3api put-bucket-cors --bucket acme-wandb --cors-configuration "$(cat cors.json)"
