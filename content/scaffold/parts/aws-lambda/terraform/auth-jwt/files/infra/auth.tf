variable "jwt_issuer" {
  description = "The OpenID Connect provider whose tokens are accepted, as it stands in their claim iss."
  type        = string

  validation {
    condition     = can(regex("^https://[^ ]+$", var.jwt_issuer))
    error_message = "Set jwt_issuer in environments/<stage>.tfvars: the address of your OpenID Connect provider, https://…"
  }
}

variable "jwt_audience" {
  description = "For whom the tokens have to be made: at least one of these stands in their claim aud or client_id."
  type        = list(string)

  validation {
    condition     = length(var.jwt_audience) > 0
    error_message = "Set jwt_audience in environments/<stage>.tfvars: without it, a token for any other service of the provider would do."
  }
}

resource "aws_apigatewayv2_authorizer" "jwt" {
  api_id           = aws_apigatewayv2_api.http.id
  name             = "jwt"
  authorizer_type  = "JWT"
  identity_sources = ["$request.header.Authorization"]

  jwt_configuration {
    issuer   = var.jwt_issuer
    audience = var.jwt_audience
  }
}
