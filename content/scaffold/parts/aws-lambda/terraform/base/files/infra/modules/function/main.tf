# A function with what belongs to it: its log, its rights, its alarm, and the alias that the triggers call.

locals {
  name = "${var.settings.project}-${var.settings.stage}-${var.trigger}"
}

# Before the function: left to itself, Lambda makes this log group on the first call and keeps it for ever.
resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${local.name}"
  retention_in_days = var.settings.log_retention_days
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

# A role for each function: a mistake in one cannot use the rights of another.
resource "aws_iam_role" "this" {
  name               = local.name
  description        = "What the function ${local.name} may do"
  assume_role_policy = data.aws_iam_policy_document.assume.json
}

data "aws_iam_policy_document" "permissions" {
  source_policy_documents = concat(var.settings.policies, var.policies)

  statement {
    sid       = "WriteLogs"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.this.arn}:*"]
  }
}

resource "aws_iam_role_policy" "this" {
  name   = "permissions"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.permissions.json
}

resource "aws_lambda_function" "this" {
  function_name = local.name
  description   = var.description
  role          = aws_iam_role.this.arn

  filename         = var.settings.artefact
  source_code_hash = filebase64sha256(var.settings.artefact)
  handler          = var.handler
  runtime          = var.settings.runtime
  architectures    = ["arm64"]
  # <% slot code %>

  memory_size                    = var.memory
  timeout                        = var.timeout
  reserved_concurrent_executions = var.concurrency

  # Every change becomes a version that never changes again; the alias says which one the triggers call.
  publish = true

  environment {
    variables = merge(
      var.settings.environment,
      # <% slot environment %>
      var.environment,
    )
  }

  logging_config {
    log_group             = aws_cloudwatch_log_group.this.name
    log_format            = "JSON"
    application_log_level = var.settings.log_level
    system_log_level      = "WARN"
  }
  # <% slot function %>

  # A function without its rights fails on its first event.
  depends_on = [aws_iam_role_policy.this]
}

resource "aws_lambda_alias" "live" {
  name             = "live"
  description      = "What the triggers call"
  function_name    = aws_lambda_function.this.function_name
  function_version = aws_lambda_function.this.version

  # The first version is set here. From then on scripts/shift-traffic.sh moves the alias, gradually; Terraform would do it at once.
  lifecycle {
    ignore_changes = [function_version, routing_config]
  }
}

# One error in a minute is enough: a bad order is an answer and no error, so errors are faults of the code or of what it depends on.
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "${local.name}-errors"
  alarm_description   = "${local.name} failed. While a new version is tried, this takes it back."
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  dimensions          = { FunctionName = aws_lambda_function.this.function_name }
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = 1
  treat_missing_data  = "notBreaching"
  # <% slot alarm %>
}

resource "aws_codedeploy_deployment_group" "this" {
  app_name               = var.settings.deployment.application
  deployment_group_name  = local.name
  deployment_config_name = var.settings.deployment.config
  service_role_arn       = var.settings.deployment.role_arn

  deployment_style {
    deployment_option = "WITH_TRAFFIC_CONTROL"
    deployment_type   = "BLUE_GREEN"
  }

  alarm_configuration {
    enabled = true
    alarms  = [aws_cloudwatch_metric_alarm.errors.alarm_name]
  }

  auto_rollback_configuration {
    enabled = true
    events  = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]
  }
}
