http_errors = {
  title    = "requests fail with 5xx"
  query    = "sum(last_10m):sum:aws.apigateway.5xx{apiname:${local.prefix}*} by {apiname}.as_count() > 5"
  critical = 5
  delay    = 900
}
