variable "stage" {
  description = "The stage to watch: dev, staging or prod."
  type        = string

  validation {
    condition     = contains(["dev", "staging", "prod"], var.stage)
    error_message = "The stage is dev, staging or prod."
  }
}

variable "account_id" {
  description = "The account that the dashboard reads from; the same as NEW_RELIC_ACCOUNT_ID."
  type        = number
}

variable "runbook_url" {
  description = "Where people read monitoring/runbook.md, for example its page in the repository."
  type        = string
  default     = null
}
