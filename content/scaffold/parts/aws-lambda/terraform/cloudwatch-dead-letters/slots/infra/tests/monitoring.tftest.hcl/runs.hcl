
run "failures_are_seen" {
  command = plan

  assert {
    condition     = length(local.failure_queues) > 0 && alltrue([for alarm in aws_cloudwatch_metric_alarm.failures : alarm.threshold == 1])
    error_message = "The first failure has to be seen."
  }
}
