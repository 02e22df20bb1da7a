variable "queue_function" {
  description = "Memory (MB), time-out (seconds) and concurrency of the queue function."
  type = object({
    memory      = optional(number, 512)
    timeout     = optional(number, 30)
    concurrency = optional(number, -1)
  })
  default = {}
}

variable "queue_concurrency" {
  description = "How many batches are worked on at once: what the systems behind the function bear."
  type        = number
  default     = 10

  validation {
    condition     = var.queue_concurrency >= 2 && var.queue_concurrency <= 1000
    error_message = "SQS takes 2 to 1000."
  }
}

module "queue" {
  source = "./modules/function"

  settings    = local.function_settings
  trigger     = "queue"
  description = "Takes orders from the queue"
  handler     = "<% handler-prefix %>queue.handler"
  memory      = var.queue_function.memory
  timeout     = var.queue_function.timeout
  concurrency = var.queue_function.concurrency
  policies    = [data.aws_iam_policy_document.queue.json]
}

resource "aws_sqs_queue" "orders" {
  name                    = "${local.prefix}-queue"
  sqs_managed_sse_enabled = true

  # Four days to mend what is broken behind the queue before messages expire.
  message_retention_seconds = 4 * 24 * 60 * 60

  # Six times the time-out, as AWS advises: less, and a slow batch is handed out a second time while it is still worked on.
  visibility_timeout_seconds = 6 * module.queue.timeout

  redrive_policy = jsonencode({
    deadLetterTargetArn = module.queue_dead_letters.arn
    maxReceiveCount     = 5
  })
}

data "aws_iam_policy_document" "queue_access" {
  statement {
    sid       = "RefuseUnencryptedConnections"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [aws_sqs_queue.orders.arn]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_sqs_queue_policy" "orders" {
  queue_url = aws_sqs_queue.orders.id
  policy    = data.aws_iam_policy_document.queue_access.json
}

# What was tried five times. From here it can be sent back to the queue, by hand, once the cause is mended.
module "queue_dead_letters" {
  source = "./modules/dead-letter-queue"

  name = "${local.prefix}-queue-dead-letters"
}

data "aws_iam_policy_document" "queue" {
  statement {
    sid       = "ReadQueue"
    actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueAttributes"]
    resources = [aws_sqs_queue.orders.arn]
  }
}

resource "aws_lambda_event_source_mapping" "queue" {
  event_source_arn                   = aws_sqs_queue.orders.arn
  function_name                      = module.queue.live_arn
  batch_size                         = 10
  maximum_batching_window_in_seconds = 1

  # The function names the messages that failed; the others of the batch are done and do not come again.
  function_response_types = ["ReportBatchItemFailures"]

  # The limit belongs here and not on the function: a throttled function lets messages run through their attempts unread.
  scaling_config {
    maximum_concurrency = var.queue_concurrency
  }
}

output "queue_url" {
  description = "Where orders are sent to."
  value       = aws_sqs_queue.orders.url
}
