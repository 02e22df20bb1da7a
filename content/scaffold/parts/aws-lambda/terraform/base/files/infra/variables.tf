variable "stage" {
  description = "Which stage this is; part of every name."
  type        = string

  validation {
    condition     = contains(["dev", "staging", "prod"], var.stage)
    error_message = "The stage is dev, staging or prod."
  }
}

variable "artefact" {
  description = "The built code, seen from this folder. All functions and all stages run the same one."
  type        = string
  default     = "../build/app.zip"
}

variable "log_retention_days" {
  description = "How long logs are kept. Without a limit they are kept, and paid for, for ever."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731], var.log_retention_days)
    error_message = "CloudWatch Logs knows certain numbers of days only, for example 14, 30, 90 or 365."
  }
}
