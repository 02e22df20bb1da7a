queue_age = {
  title    = "messages wait too long"
  query    = "min(last_15m):max:aws.sqs.approximate_age_of_oldest_message{queuename:${local.prefix}-queue} by {queuename} > 600"
  critical = 600
  delay    = 900
}
