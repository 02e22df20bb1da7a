# What the bucket promises.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "private_and_followed_up" {
  command = plan

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.uploads.block_public_acls,
      aws_s3_bucket_public_access_block.uploads.block_public_policy,
      aws_s3_bucket_public_access_block.uploads.ignore_public_acls,
      aws_s3_bucket_public_access_block.uploads.restrict_public_buckets,
    ])
    error_message = "The bucket could become public."
  }

  assert {
    condition     = aws_s3_bucket_notification.uploads.lambda_function[0].filter_suffix == ".jsonl"
    error_message = "Every file would start the function."
  }

  assert {
    condition     = aws_lambda_permission.uploads.source_account == "123456789012" && aws_lambda_permission.uploads.qualifier == "live"
    error_message = "Only the bucket of this account may call the alias."
  }

  assert {
    condition     = !aws_s3_bucket.uploads.force_destroy
    error_message = "prod must not delete files together with the bucket."
  }

  assert {
    condition     = one([for statement in data.aws_iam_policy_document.uploads_access.statement : statement.effect]) == "Deny"
    error_message = "The policy of the bucket refuses connections without TLS and allows nothing else."
  }
}
