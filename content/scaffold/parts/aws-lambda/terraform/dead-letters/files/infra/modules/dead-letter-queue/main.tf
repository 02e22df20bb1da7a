# Where a failure waits until somebody has looked at it.

resource "aws_sqs_queue" "this" {
  name                      = var.name
  message_retention_seconds = 14 * 24 * 60 * 60 # the longest that SQS keeps anything
  sqs_managed_sse_enabled   = true
}

data "aws_iam_policy_document" "this" {
  statement {
    sid       = "RefuseUnencryptedConnections"
    effect    = "Deny"
    actions   = ["sqs:*"]
    resources = [aws_sqs_queue.this.arn]

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

  dynamic "statement" {
    for_each = var.senders

    content {
      actions   = ["sqs:SendMessage"]
      resources = [aws_sqs_queue.this.arn]

      principals {
        type        = "Service"
        identifiers = [statement.key]
      }

      condition {
        test     = "ArnEquals"
        variable = "aws:SourceArn"
        values   = [statement.value]
      }
    }
  }
}

resource "aws_sqs_queue_policy" "this" {
  queue_url = aws_sqs_queue.this.id
  policy    = data.aws_iam_policy_document.this.json
}
