# Variables of the module wandb/wandb/kubernetes.
host              = "https://wandb.example.com"
bucket            = "s3://acme-wandb"
bucket_queue      = "internal://"
bucket_aws_region = "us-west-2"
