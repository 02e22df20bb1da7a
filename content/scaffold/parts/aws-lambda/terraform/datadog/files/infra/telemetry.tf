variable "datadog_site" {
  description = "The site of your Datadog account, for example datadoghq.com or datadoghq.eu."
  type        = string
  default     = "datadoghq.com"
}

locals {
  # Version 104 of the layer, as published by Datadog for arm64. Read its release notes before you raise it.
  datadog_layer = "arn:${local.partition}:lambda:${local.region}:464622532012:layer:Datadog-Extension-ARM:<% datadog-extension-version %>"
}

# The secret that a person makes once per stage (see README.md). When it is missing, the deployment stops here, and not the first request.
data "aws_secretsmanager_secret" "telemetry" {
  name = "${local.name}/${var.stage}/telemetry"
}

data "aws_iam_policy_document" "telemetry" {
  statement {
    sid       = "ReadTelemetryKey"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [data.aws_secretsmanager_secret.telemetry.arn]
  }
}
