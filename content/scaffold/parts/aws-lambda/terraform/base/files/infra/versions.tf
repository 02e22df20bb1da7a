terraform {
  # 1.10 is the first version that locks the state in S3 itself, without a table beside it.
  required_version = ">= 1.10"

  required_providers {
    aws = {
      source = "hashicorp/aws"
      # The major version is capped, because the next one may rename arguments. The exact version stands in .terraform.lock.hcl.
      version = ">= 6.20, < 7.0"
    }
  }

  # Bucket, key and region of each stage are given by scripts/infra.sh, so that no account is named here.
  backend "s3" {}
}
