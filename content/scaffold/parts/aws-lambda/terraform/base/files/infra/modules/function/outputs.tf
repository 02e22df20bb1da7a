output "name" {
  description = "The name of the function."
  value       = local.name
}

output "live_arn" {
  description = "The ARN of the alias that triggers call."
  value       = aws_lambda_alias.live.arn
}

output "live_invoke_arn" {
  description = "The same, as API Gateway wants it."
  value       = aws_lambda_alias.live.invoke_arn
}

output "live_name" {
  description = "The name of the alias, for permissions."
  value       = aws_lambda_alias.live.name
}

output "timeout" {
  description = "Seconds after which a call is cut off."
  value       = var.timeout
}
