[
  {
    title   = "What could not be processed"
    stat    = "Maximum"
    metrics = [for queue in local.failure_queues : ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", queue]]
  },
],
