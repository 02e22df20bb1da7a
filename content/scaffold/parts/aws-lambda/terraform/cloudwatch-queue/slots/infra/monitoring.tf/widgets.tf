[
  {
    title   = "Queue: messages that wait"
    stat    = "Maximum"
    metrics = [["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", aws_sqs_queue.orders.name]]
  },
  {
    title   = "Queue: age of the oldest message (s)"
    stat    = "Maximum"
    metrics = [["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", aws_sqs_queue.orders.name]]
  },
],
