
resource "aws_cloudwatch_metric_alarm" "stream_age" {
  alarm_name          = "${local.prefix}-stream-age"
  alarm_description   = "The stream function of ${local.prefix} is ten minutes behind. Records that are not read within a day are lost."
  namespace           = "AWS/Lambda"
  metric_name         = "IteratorAge"
  dimensions          = { FunctionName = module.stream.name }
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 5
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 600000
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}
