# What the signing key promises.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "one_parameter_only" {
  command = plan

  assert {
    condition     = endswith(one(data.aws_iam_policy_document.signing_key.statement[0].resources), ":123456789012:parameter/<% name %>/prod/signing-key")
    error_message = "The functions read the signing key of their own stage and no other parameter."
  }
}
