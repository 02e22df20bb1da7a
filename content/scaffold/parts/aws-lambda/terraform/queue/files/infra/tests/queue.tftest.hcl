# What the queue promises.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "no_message_is_lost" {
  command = plan

  assert {
    condition     = aws_sqs_queue.orders.visibility_timeout_seconds >= 6 * module.queue.timeout
    error_message = "A slow batch would be handed out twice: the visibility time-out has to be six times the time-out."
  }

  assert {
    condition     = contains(aws_lambda_event_source_mapping.queue.function_response_types, "ReportBatchItemFailures")
    error_message = "One bad message would bring its whole batch back."
  }

  assert {
    condition     = aws_lambda_event_source_mapping.queue.scaling_config[0].maximum_concurrency == var.queue_concurrency
    error_message = "Nothing limits how many batches are worked on at once."
  }

  assert {
    condition     = aws_sqs_queue.orders.sqs_managed_sse_enabled
    error_message = "Messages have to be encrypted."
  }

  assert {
    condition     = one([for statement in data.aws_iam_policy_document.queue_access.statement : statement.effect]) == "Deny"
    error_message = "The policy of the queue refuses connections without TLS and allows nothing else."
  }
}
