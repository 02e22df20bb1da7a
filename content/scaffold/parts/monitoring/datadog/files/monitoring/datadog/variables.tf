variable "stage" {
  description = "The stage to watch: dev, staging or prod."
  type        = string

  validation {
    condition     = contains(["dev", "staging", "prod"], var.stage)
    error_message = "The stage is dev, staging or prod."
  }
}

variable "notify" {
  description = "Who hears of it, as Datadog writes it: @someone@example.com, @slack-orders, @pagerduty-orders. Empty: nobody, the monitor is only seen."
  type        = string
  default     = ""
}

variable "runbook_url" {
  description = "Where people read monitoring/runbook.md, for example its page in the repository."
  type        = string
  default     = "monitoring/runbook.md in the repository"
}
