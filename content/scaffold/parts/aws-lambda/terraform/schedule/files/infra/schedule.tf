variable "schedule_function" {
  description = "Memory (MB), time-out (seconds) and concurrency of the schedule function."
  type = object({
    memory      = optional(number, 512)
    timeout     = optional(number, 60)
    concurrency = optional(number, -1)
  })
  default = {}
}

module "schedule" {
  source = "./modules/function"

  settings    = local.function_settings
  trigger     = "schedule"
  description = "Closes the business day"
  handler     = "<% handler-prefix %>schedule.handler"
  memory      = var.schedule_function.memory
  timeout     = var.schedule_function.timeout
  concurrency = var.schedule_function.concurrency

  is_asynchronous   = true
  failure_queue_arn = module.schedule_dead_letters.arn
}

# Both what the Scheduler could not deliver and what the function could not do.
module "schedule_dead_letters" {
  source = "./modules/dead-letter-queue"

  name = "${local.prefix}-schedule-dead-letters"
}

# A group of its own, because a role can be limited to a group and not to a single schedule.
resource "aws_scheduler_schedule_group" "this" {
  name = local.prefix
}

data "aws_iam_policy_document" "scheduler_assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }

    condition {
      test     = "ArnEquals"
      variable = "aws:SourceArn"
      values   = [aws_scheduler_schedule_group.this.arn]
    }
  }
}

resource "aws_iam_role" "scheduler" {
  name               = "${local.prefix}-scheduler"
  description        = "EventBridge Scheduler starts the schedule function with it"
  assume_role_policy = data.aws_iam_policy_document.scheduler_assume.json
}

data "aws_iam_policy_document" "scheduler" {
  statement {
    sid       = "StartFunction"
    actions   = ["lambda:InvokeFunction"]
    resources = [module.schedule.live_arn]
  }

  statement {
    sid       = "SetFailuresAside"
    actions   = ["sqs:SendMessage"]
    resources = [module.schedule_dead_letters.arn]
  }
}

resource "aws_iam_role_policy" "scheduler" {
  name   = "start-function"
  role   = aws_iam_role.scheduler.id
  policy = data.aws_iam_policy_document.scheduler.json
}

resource "aws_scheduler_schedule" "close_day" {
  #checkov:skip=CKV_AWS_297:A schedule holds a time and a name, and is encrypted with a key of AWS.
  name                         = "${local.prefix}-close-day"
  description                  = "Each night, after the business day"
  group_name                   = aws_scheduler_schedule_group.this.name
  schedule_expression          = "cron(0 2 * * ? *)"
  schedule_expression_timezone = "UTC" # no hour that is skipped or comes twice when the clocks change

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = module.schedule.live_arn
    role_arn = aws_iam_role.scheduler.arn

    # The time that was meant, also when a delivery comes late. Written as text: jsonencode would spell < and > as codes,
    # which the Scheduler does not recognise.
    input = <<-JSON
      {
        "id": "<aws.scheduler.execution-id>",
        "source": "aws.scheduler",
        "time": "<aws.scheduler.scheduled-time>",
        "resources": ["<aws.scheduler.schedule-arn>"]
      }
    JSON

    retry_policy {
      maximum_retry_attempts       = 10
      maximum_event_age_in_seconds = 3600
    }

    dead_letter_config {
      arn = module.schedule_dead_letters.arn
    }
  }
}
