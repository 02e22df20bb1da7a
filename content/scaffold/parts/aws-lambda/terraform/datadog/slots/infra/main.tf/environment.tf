{
  # The extension listens inside the function; spans leave it after the answer is out.
  OTEL_EXPORTER_OTLP_ENDPOINT                     = "http://localhost:4318"
  DD_OTLP_CONFIG_RECEIVER_PROTOCOLS_HTTP_ENDPOINT = "localhost:4318"
  DD_API_KEY_SECRET_ARN                           = data.aws_secretsmanager_secret.telemetry.arn
  DD_SITE                                         = var.datadog_site
  DD_ENV                                          = var.stage
},
