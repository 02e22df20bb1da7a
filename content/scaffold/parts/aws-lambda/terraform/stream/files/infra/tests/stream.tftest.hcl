# What the stream promises.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "a_bad_record_holds_up_nothing" {
  command = plan

  assert {
    condition     = aws_lambda_event_source_mapping.stream.bisect_batch_on_function_error && contains(aws_lambda_event_source_mapping.stream.function_response_types, "ReportBatchItemFailures")
    error_message = "A bad record would bring its whole batch back."
  }

  assert {
    condition     = aws_lambda_event_source_mapping.stream.maximum_retry_attempts > 0 && aws_lambda_event_source_mapping.stream.maximum_record_age_in_seconds > 0
    error_message = "A bad record would be tried until it expires."
  }

  assert {
    condition     = length(aws_lambda_event_source_mapping.stream.destination_config[0].on_failure) == 1
    error_message = "A batch that fails for good is lost."
  }

  assert {
    condition     = aws_kinesis_stream.orders.encryption_type == "KMS"
    error_message = "Records have to be encrypted."
  }
}
