output "name" {
  description = "The name of the queue."
  value       = var.name
}

output "arn" {
  description = "The ARN of the queue."
  value       = aws_sqs_queue.this.arn
}

output "url" {
  description = "The address of the queue."
  value       = aws_sqs_queue.this.url
}
