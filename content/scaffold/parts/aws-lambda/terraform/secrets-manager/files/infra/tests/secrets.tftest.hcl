# What the signing key promises.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "can_be_brought_back" {
  command = plan

  assert {
    condition     = aws_secretsmanager_secret.signing_key.name == "<% name %>/prod/signing-key" && aws_secretsmanager_secret.signing_key.recovery_window_in_days == 30
    error_message = "A signing key that was deleted by mistake has to be recoverable."
  }

  assert {
    condition     = data.aws_iam_policy_document.signing_key.statement[0].actions == toset(["secretsmanager:GetSecretValue"])
    error_message = "The functions read the key and do nothing else with it."
  }
}

run "refuses_a_key_that_can_be_guessed" {
  command = plan

  variables {
    signing_key = "short"
  }

  expect_failures = [var.signing_key]
}
