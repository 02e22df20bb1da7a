# What monitoring promises.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "every_function_is_watched" {
  command = plan

  assert {
    condition     = length(aws_cloudwatch_metric_alarm.throttles) == length(local.functions) && length(aws_cloudwatch_metric_alarm.duration) == length(local.functions)
    error_message = "There is a function without alarms."
  }

  assert {
    condition     = alltrue([for name, alarm in aws_cloudwatch_metric_alarm.duration : alarm.threshold < local.function_by_name[name].timeout * 1000])
    error_message = "The alarm has to come before the time-out."
  }

  assert {
    condition     = aws_cloudwatch_dashboard.this.dashboard_name == "<% name %>-prod" && length(local.widgets) >= 5
    error_message = "The stage has no dashboard, or one without the functions."
  }

  assert {
    condition     = length(aws_sns_topic_subscription.alarms) == 0
    error_message = "Nobody is told who has not been named."
  }
}

run "people_are_told" {
  command = plan

  variables {
    alarm_email = "orders@example.com"
  }

  assert {
    condition     = aws_sns_topic_subscription.alarms[0].endpoint == "orders@example.com"
    error_message = "The person who was named is not told."
  }
}
# <% slot runs %>
