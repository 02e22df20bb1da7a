# What the event bus promises.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "no_event_is_lost" {
  command = plan

  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.orders.event_pattern)["detail-type"] == ["OrderRequested"]
    error_message = "The rule has to take OrderRequested and nothing else."
  }

  assert {
    condition     = length(aws_cloudwatch_event_target.orders.dead_letter_config) == 1 && aws_cloudwatch_event_target.orders.retry_policy[0].maximum_retry_attempts > 0
    error_message = "An event that cannot be delivered is lost."
  }

  assert {
    condition     = aws_lambda_permission.events.qualifier == "live"
    error_message = "The bus has to call the alias, or gradual deployment has no effect."
  }
}
