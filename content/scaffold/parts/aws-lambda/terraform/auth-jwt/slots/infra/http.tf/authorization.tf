
authorization_type = "JWT"
authorizer_id      = aws_apigatewayv2_authorizer.jwt.id
