variable "name" {
  description = "The name of the queue."
  type        = string
}

variable "senders" {
  description = "Services that put failures in without a role of their own, each with the ARN that it does so for."
  type        = map(string)
  default     = {}
}
