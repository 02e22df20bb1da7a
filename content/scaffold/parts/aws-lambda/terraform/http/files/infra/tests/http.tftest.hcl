# What the HTTP API promises.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "throttled_and_logged" {
  command = plan

  assert {
    condition     = aws_apigatewayv2_stage.http.default_route_settings[0].throttling_rate_limit > 0 && aws_apigatewayv2_stage.http.default_route_settings[0].throttling_burst_limit > 0
    error_message = "The API lets through any number of requests."
  }

  assert {
    condition     = length(aws_apigatewayv2_stage.http.access_log_settings) == 1 && aws_cloudwatch_log_group.access.retention_in_days > 0
    error_message = "Calls are not logged, or logged for ever."
  }

  assert {
    condition     = aws_apigatewayv2_route.health.authorization_type == "NONE"
    error_message = "Whoever watches the service needs /health without a token."
  }

  assert {
    condition     = length(aws_apigatewayv2_api.http.cors_configuration) == 0
    error_message = "No page of another origin may call the API unless it is named."
  }

  assert {
    condition     = aws_lambda_permission.http.qualifier == "live"
    error_message = "The API has to call the alias, or gradual deployment has no effect."
  }
}

run "named_origins_only" {
  command = plan

  variables {
    cors_origins = ["https://shop.example.com"]
  }

  assert {
    condition     = aws_apigatewayv2_api.http.cors_configuration[0].allow_origins == toset(["https://shop.example.com"])
    error_message = "The origin that was given is not the one that is allowed."
  }
}

run "refuses_every_origin" {
  command = plan

  variables {
    cors_origins = ["*"]
  }

  expect_failures = [var.cors_origins]
}
# <% slot runs %>
