locals {
  failure_queues = toset([
    # <% slot failure-queues %>
  ])
}

# One is enough: it was tried several times before it came here.
resource "aws_cloudwatch_metric_alarm" "failures" {
  for_each = local.failure_queues

  alarm_name          = each.key
  alarm_description   = "Something could not be processed and waits in ${each.key}, for at most two weeks. README.md says what to do."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = each.key }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}
