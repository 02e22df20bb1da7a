variable "stream_function" {
  description = "Memory (MB), time-out (seconds) and concurrency of the stream function."
  type = object({
    memory      = optional(number, 512)
    timeout     = optional(number, 60)
    concurrency = optional(number, -1)
  })
  default = {}
}

module "stream" {
  source = "./modules/function"

  settings    = local.function_settings
  trigger     = "stream"
  description = "Takes orders from the stream"
  handler     = "<% handler-prefix %>stream.handler"
  memory      = var.stream_function.memory
  timeout     = var.stream_function.timeout
  concurrency = var.stream_function.concurrency
  policies    = [data.aws_iam_policy_document.stream.json]
}

# On demand: the number of shards follows the traffic, and so does the price.
resource "aws_kinesis_stream" "orders" {
  #checkov:skip=CKV_AWS_185:Encrypted with the key that AWS keeps for Kinesis in this account; a key of your own costs per month and call.
  name = "${local.prefix}-stream"
  # Hours: long enough to mend over a weekend what went wrong on a Friday.
  retention_period = 96
  encryption_type  = "KMS"
  kms_key_id       = "alias/aws/kinesis"

  stream_mode_details {
    stream_mode = "ON_DEMAND"
  }
}

# Where a batch was, not the records themselves: fetch them from the stream before its four days are over.
module "stream_dead_letters" {
  source = "./modules/dead-letter-queue"

  name = "${local.prefix}-stream-dead-letters"
}

data "aws_iam_policy_document" "stream" {
  statement {
    sid = "ReadStream"
    actions = [
      "kinesis:DescribeStream",
      "kinesis:DescribeStreamSummary",
      "kinesis:GetRecords",
      "kinesis:GetShardIterator",
      "kinesis:ListShards",
    ]
    resources = [aws_kinesis_stream.orders.arn]
  }

  statement {
    sid       = "SetFailuresAside"
    actions   = ["sqs:SendMessage"]
    resources = [module.stream_dead_letters.arn]
  }
}

resource "aws_lambda_event_source_mapping" "stream" {
  event_source_arn                   = aws_kinesis_stream.orders.arn
  function_name                      = module.stream.live_arn
  starting_position                  = "TRIM_HORIZON" # from the oldest record, so that none is missed before the first deployment ends
  batch_size                         = 100
  maximum_batching_window_in_seconds = 1

  # Without these three limits, one bad record holds up its shard until it expires.
  bisect_batch_on_function_error = true
  maximum_retry_attempts         = 5
  maximum_record_age_in_seconds  = 6 * 60 * 60

  # The function names the first record that failed; what came before it is done and does not come again.
  function_response_types = ["ReportBatchItemFailures"]

  destination_config {
    on_failure {
      destination_arn = module.stream_dead_letters.arn
    }
  }
}

output "stream_name" {
  description = "Where orders are put as records."
  value       = aws_kinesis_stream.orders.name
}
