
run "closed_without_a_token" {
  command = plan

  assert {
    condition     = alltrue([for route in aws_apigatewayv2_route.orders : route.authorization_type == "JWT"])
    error_message = "There is a route that anyone may call."
  }

  assert {
    condition     = length(aws_apigatewayv2_authorizer.jwt.jwt_configuration[0].audience) > 0
    error_message = "A token that was made for another service would be accepted."
  }
}

run "refuses_an_empty_issuer" {
  command = plan

  variables {
    jwt_issuer = ""
  }

  expect_failures = [var.jwt_issuer]
}
