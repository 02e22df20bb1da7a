variable "otlp_endpoint" {
  description = "Where New Relic takes spans: https://otlp.eu01.nr-data.net for accounts in the EU."
  type        = string
  default     = "https://otlp.nr-data.net"

  validation {
    condition     = can(regex("^https://[^ ]+$", var.otlp_endpoint))
    error_message = "The address begins with https://."
  }
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
