variable "http_function" {
  description = "Memory (MB), time-out (seconds) and concurrency of the function behind the API."
  type = object({
    memory      = optional(number, 512)
    timeout     = optional(number, 10)
    concurrency = optional(number, -1)
  })
  default = {}

  # API Gateway gives up after 30 seconds, and then nobody is left to read the answer.
  validation {
    condition     = var.http_function.timeout <= 29
    error_message = "The function behind the API has at most 29 seconds."
  }
}

variable "throttling" {
  description = "How many requests per second the API lets through, and how many at once for a moment; more get status 429."
  type = object({
    rate  = optional(number, 50)
    burst = optional(number, 100)
  })
  default = {}
}

variable "cors_origins" {
  description = "Web origins whose pages may call the API, for example https://shop.example.com. None unless given."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for origin in var.cors_origins : can(regex("^https?://[^/*]+$", origin))])
    error_message = "An origin is a scheme and a host without a path, for example https://shop.example.com; * would open the API to every page."
  }
}

module "http" {
  source = "./modules/function"

  settings    = local.function_settings
  trigger     = "http"
  description = "Answers the HTTP API"
  handler     = "<% handler-prefix %>http.handler"
  memory      = var.http_function.memory
  timeout     = var.http_function.timeout
  concurrency = var.http_function.concurrency
  # <% slot function %>
}

resource "aws_apigatewayv2_api" "http" {
  name          = local.prefix
  description   = "Takes orders for ${local.prefix}"
  protocol_type = "HTTP"

  # Pages of other origins are refused by browsers unless they are named.
  dynamic "cors_configuration" {
    for_each = length(var.cors_origins) > 0 ? [var.cors_origins] : []

    content {
      allow_origins = cors_configuration.value
      allow_methods = ["GET", "POST"]
      allow_headers = ["authorization", "content-type", "idempotency-key"]
      max_age       = 3600
    }
  }
}

resource "aws_apigatewayv2_integration" "http" {
  api_id                 = aws_apigatewayv2_api.http.id
  integration_type       = "AWS_PROXY"
  integration_uri        = module.http.live_invoke_arn
  payload_format_version = "2.0"
}

# Every route is named. What is not named is refused by the gateway and never reaches, or is paid for by, the function.
resource "aws_apigatewayv2_route" "orders" {
  for_each = toset([
    "POST /orders",
    # <% slot routes %>
  ])

  api_id    = aws_apigatewayv2_api.http.id
  route_key = each.value
  target    = "integrations/${aws_apigatewayv2_integration.http.id}"
  # <% slot authorization %>
}

resource "aws_apigatewayv2_route" "health" {
  #checkov:skip=CKV_AWS_309:Whoever watches the service has no token; the answer says that it runs and nothing else.
  api_id             = aws_apigatewayv2_api.http.id
  route_key          = "GET /health"
  target             = "integrations/${aws_apigatewayv2_integration.http.id}"
  authorization_type = "NONE"
}

# The path under /aws/vendedlogs/ keeps API Gateway from adding to a policy of the account that has a limit of length.
resource "aws_cloudwatch_log_group" "access" {
  name              = "/aws/vendedlogs/apis/${local.prefix}"
  retention_in_days = var.log_retention_days
}

resource "aws_apigatewayv2_stage" "http" {
  api_id      = aws_apigatewayv2_api.http.id
  name        = "$default"
  auto_deploy = true

  default_route_settings {
    throttling_rate_limit  = var.throttling.rate
    throttling_burst_limit = var.throttling.burst
  }

  # Who called what, how it went and how long it took. What is kept here of who called is personal data in many countries, and
  # gone after log_retention_days. Nothing else of headers and bodies is kept: they may hold tokens and names.
  access_log_settings {
    destination_arn = aws_cloudwatch_log_group.access.arn
    format = jsonencode({
      requestId        = "$context.requestId"
      time             = "$context.requestTime"
      ip               = "$context.identity.sourceIp"
      userAgent        = "$context.identity.userAgent"
      method           = "$context.httpMethod"
      route            = "$context.routeKey"
      status           = "$context.status"
      length           = "$context.responseLength"
      latency          = "$context.responseLatency"
      integrationError = "$context.integrationErrorMessage"
      # <% slot access-log %>
    })
  }
}

# Only this API may call the function, and only through the alias.
resource "aws_lambda_permission" "http" {
  statement_id  = "http-api"
  action        = "lambda:InvokeFunction"
  function_name = module.http.name
  qualifier     = module.http.live_name
  principal     = "apigateway.amazonaws.com"
  source_arn    = "${aws_apigatewayv2_api.http.execution_arn}/*/*"
}

output "api_url" {
  description = "The address of the API."
  value       = aws_apigatewayv2_api.http.api_endpoint
}
