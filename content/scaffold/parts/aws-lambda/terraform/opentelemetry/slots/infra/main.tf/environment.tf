{
  OTEL_EXPORTER_OTLP_ENDPOINT = var.otlp_endpoint
  TELEMETRY_SECRET            = data.aws_secretsmanager_secret.telemetry.name
},
