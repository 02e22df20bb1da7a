# Schedule, bucket and event bus hand an event over and do not wait. What happens when the function fails is decided here.

variable "failure_queue_arn" {
  description = "The queue for events that failed for good. Only for functions that are called asynchronously."
  type        = string
  default     = null
}

variable "is_asynchronous" {
  description = "Whether events are handed over without waiting for an answer."
  type        = bool
  default     = false
}

resource "aws_lambda_function_event_invoke_config" "this" {
  count = var.is_asynchronous ? 1 : 0

  function_name                = aws_lambda_function.this.function_name
  qualifier                    = aws_lambda_alias.live.name
  maximum_retry_attempts       = 2
  maximum_event_age_in_seconds = 6 * 60 * 60

  destination_config {
    on_failure {
      destination = var.failure_queue_arn
    }
  }

  # Lambda tries the right to send when it is told the destination.
  depends_on = [aws_iam_role_policy.failures]
}

data "aws_iam_policy_document" "failures" {
  count = var.is_asynchronous ? 1 : 0

  statement {
    sid       = "SetFailuresAside"
    actions   = ["sqs:SendMessage"]
    resources = [var.failure_queue_arn]
  }
}

resource "aws_iam_role_policy" "failures" {
  count = var.is_asynchronous ? 1 : 0

  name   = "failures"
  role   = aws_iam_role.this.id
  policy = data.aws_iam_policy_document.failures[0].json
}
