variable "events_function" {
  description = "Memory (MB), time-out (seconds) and concurrency of the events function."
  type = object({
    memory      = optional(number, 512)
    timeout     = optional(number, 30)
    concurrency = optional(number, -1)
  })
  default = {}
}

module "events" {
  source = "./modules/function"

  settings    = local.function_settings
  trigger     = "events"
  description = "Takes orders that other systems ask for"
  handler     = "<% handler-prefix %>events.handler"
  memory      = var.events_function.memory
  timeout     = var.events_function.timeout
  concurrency = var.events_function.concurrency

  is_asynchronous   = true
  failure_queue_arn = module.events_dead_letters.arn
}

# A bus of its own: who may put events in is decided for this project alone.
resource "aws_cloudwatch_event_bus" "orders" {
  name = "${local.prefix}-orders"
}

resource "aws_cloudwatch_event_rule" "orders" {
  name           = "${local.prefix}-order-requested"
  description    = "Orders that other systems ask for, whoever sends them"
  event_bus_name = aws_cloudwatch_event_bus.orders.name
  event_pattern  = jsonencode({ detail-type = ["OrderRequested"] })
}

# Both what the bus could not deliver and what the function could not do.
module "events_dead_letters" {
  source = "./modules/dead-letter-queue"

  name    = "${local.prefix}-events-dead-letters"
  senders = { "events.amazonaws.com" = aws_cloudwatch_event_rule.orders.arn }
}

resource "aws_cloudwatch_event_target" "orders" {
  rule           = aws_cloudwatch_event_rule.orders.name
  event_bus_name = aws_cloudwatch_event_bus.orders.name
  target_id      = "function"
  arn            = module.events.live_arn

  retry_policy {
    maximum_retry_attempts       = 10
    maximum_event_age_in_seconds = 3600
  }

  dead_letter_config {
    arn = module.events_dead_letters.arn
  }
}

resource "aws_lambda_permission" "events" {
  statement_id  = "event-bus"
  action        = "lambda:InvokeFunction"
  function_name = module.events.name
  qualifier     = module.events.live_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.orders.arn
}

output "event_bus_name" {
  description = "The bus that OrderRequested events are put on."
  value       = aws_cloudwatch_event_bus.orders.name
}
