
assert {
  condition     = aws_lambda_function.this.tracing_config[0].mode == "Active"
  error_message = "Without active tracing, X-Ray sees only what callers had sampled."
}
