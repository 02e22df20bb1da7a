# What the store promises.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "kept_safe" {
  command = plan

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.orders.block_public_acls,
      aws_s3_bucket_public_access_block.orders.block_public_policy,
      aws_s3_bucket_public_access_block.orders.ignore_public_acls,
      aws_s3_bucket_public_access_block.orders.restrict_public_buckets,
    ])
    error_message = "The bucket could become public."
  }

  assert {
    condition     = !aws_s3_bucket.orders.force_destroy && aws_s3_bucket_versioning.orders.versioning_configuration[0].status == "Enabled"
    error_message = "In prod, neither a mistake of Terraform nor one of the code may cost the orders."
  }
}
