# Variables of the module wandb/wandb/kubernetes.
host              = "https://wandb.example.com"
bucket            = "S3://acme-wandb?region=us-west2"
bucket_queue      = "internal://"
bucket_aws_region = "us-west-2"
