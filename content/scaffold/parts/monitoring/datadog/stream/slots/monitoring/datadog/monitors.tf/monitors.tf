stream_lag = {
  title    = "the function lags behind the stream"
  query    = "min(last_15m):max:aws.lambda.iterator_age.maximum{functionname:${local.prefix}-stream} by {functionname} > 600000"
  critical = 600000
  delay    = 900
}
