dead_letters = {
  title    = "messages were given up on"
  query    = "max(last_15m):max:aws.sqs.approximate_number_of_messages_visible{queuename:${local.prefix}-*-dead-letters} by {queuename} > 0"
  critical = 0
  delay    = 900
}
