variable "otlp_endpoint" {
  description = "Where spans are sent to, without /v1/traces."
  type        = string

  validation {
    condition     = can(regex("^https?://[^ ]+$", var.otlp_endpoint))
    error_message = "Set otlp_endpoint in environments/<stage>.tfvars: the address of your OTLP backend or collector, https://…"
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
