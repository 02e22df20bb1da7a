
assert {
  condition     = length(aws_lambda_function.this.layers) == 1
  error_message = "Without its extension, Datadog gets no spans."
}
