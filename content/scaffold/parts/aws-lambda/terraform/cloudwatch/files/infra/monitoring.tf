variable "alarm_email" {
  description = "Who is told when an alarm fires. The address has to confirm it once. Empty for nobody."
  type        = string
  default     = ""

  validation {
    condition     = var.alarm_email == "" || can(regex("^[^@ ]+@[^@ ]+$", var.alarm_email))
    error_message = "This is not an e-mail address."
  }
}

# Everything that should reach people goes through this topic; subscribe a chat or a pager to it as well.
resource "aws_sns_topic" "alarms" {
  #checkov:skip=CKV_AWS_26:CloudWatch cannot use the key of AWS for SNS, and notices hold names and numbers only.
  name = "${local.prefix}-alarms"
}

data "aws_iam_policy_document" "alarms" {
  statement {
    sid       = "AlarmsOfThisAccount"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alarms.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }

  statement {
    sid       = "RefuseUnencryptedConnections"
    effect    = "Deny"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.alarms.arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sns_topic_policy" "alarms" {
  arn    = aws_sns_topic.alarms.arn
  policy = data.aws_iam_policy_document.alarms.json
}

resource "aws_sns_topic_subscription" "alarms" {
  count = var.alarm_email == "" ? 0 : 1

  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = var.alarm_email
}

locals {
  function_by_name = { for function in local.functions : function.name => function }
}

# Turned away, because all calls that may run at once were running.
resource "aws_cloudwatch_metric_alarm" "throttles" {
  for_each = local.function_by_name

  alarm_name          = "${each.key}-throttles"
  alarm_description   = "${each.key} turns calls away. Raise its concurrency, or that of the account, or find out who calls so often."
  namespace           = "AWS/Lambda"
  metric_name         = "Throttles"
  dimensions          = { FunctionName = each.key }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 3
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

# A call that is cut off is an error. This one comes earlier, while there is still time.
resource "aws_cloudwatch_metric_alarm" "duration" {
  for_each = local.function_by_name

  alarm_name          = "${each.key}-duration"
  alarm_description   = "${each.key} comes near its time-out of ${each.value.timeout} seconds. Look at what it waits for."
  namespace           = "AWS/Lambda"
  metric_name         = "Duration"
  dimensions          = { FunctionName = each.key }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 3
  datapoints_to_alarm = 2
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = each.value.timeout * 1000 * 0.8
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}
# <% slot alarms %>

locals {
  # Two to a row, in this order.
  widgets = concat(
    [
      {
        title = "Orders"
        stat  = "Sum"
        metrics = [
          for metric in ["OrdersPlaced", "OrdersRejected"] :
          [{ expression = "SUM(SEARCH('{${local.name},service} MetricName=\"${metric}\"', 'Sum'))", label = metric }]
        ]
      },
      {
        title   = "Calls"
        stat    = "Sum"
        metrics = [for function in local.functions : ["AWS/Lambda", "Invocations", "FunctionName", function.name]]
      },
      {
        title   = "Errors and throttles"
        stat    = "Sum"
        metrics = concat([for function in local.functions : [for metric in ["Errors", "Throttles"] : ["AWS/Lambda", metric, "FunctionName", function.name]]]...)
      },
      {
        title   = "Duration of the slowest hundredth (ms)"
        stat    = "p99"
        metrics = [for function in local.functions : ["AWS/Lambda", "Duration", "FunctionName", function.name]]
      },
      {
        title   = "Calls at once"
        stat    = "Maximum"
        metrics = [for function in local.functions : ["AWS/Lambda", "ConcurrentExecutions", "FunctionName", function.name]]
      },
    ],
    # <% slot widgets %>
  )
}

resource "aws_cloudwatch_dashboard" "this" {
  dashboard_name = local.prefix

  dashboard_body = jsonencode({
    widgets = [
      for index, widget in local.widgets : {
        type   = "metric"
        x      = index % 2 * 12
        y      = floor(index / 2) * 6
        width  = 12
        height = 6
        properties = {
          title   = widget.title
          stat    = widget.stat
          metrics = widget.metrics
          region  = local.region
          period  = 300
          view    = "timeSeries"
        }
      }
    ]
  })
}
