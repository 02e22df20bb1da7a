
mock_data "aws_secretsmanager_secret" {
  defaults = {
    arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:<% name %>/prod/telemetry-AbCdEf"
  }
}
