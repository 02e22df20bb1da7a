# What the schedule promises.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "nothing_is_lost" {
  command = plan

  assert {
    condition     = aws_scheduler_schedule.close_day.schedule_expression == "cron(0 2 * * ? *)" && aws_scheduler_schedule.close_day.schedule_expression_timezone == "UTC"
    error_message = "The day is closed at 02:00 UTC."
  }

  assert {
    condition     = length(aws_scheduler_schedule.close_day.target[0].dead_letter_config) == 1 && aws_scheduler_schedule.close_day.target[0].retry_policy[0].maximum_retry_attempts > 0
    error_message = "A delivery that fails is lost."
  }

  assert {
    condition     = strcontains(aws_scheduler_schedule.close_day.target[0].input, "<aws.scheduler.scheduled-time>")
    error_message = "The function has to be told the time that was meant."
  }
}
