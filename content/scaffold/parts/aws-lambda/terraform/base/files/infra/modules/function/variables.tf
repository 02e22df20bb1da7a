variable "settings" {
  description = "What all functions of the project have in common."
  type = object({
    project            = string
    stage              = string
    runtime            = string
    artefact           = string
    environment        = map(string)
    policies           = list(string)
    log_level          = string
    log_retention_days = number
    deployment = object({
      application = string
      role_arn    = string
      config      = string
    })
    # <% slot settings %>
  })
}

variable "trigger" {
  description = "What starts the function; the last part of its name."
  type        = string
}

variable "description" {
  description = "What the function does, for whoever meets it in the console."
  type        = string
}

variable "handler" {
  description = "The handler inside the artefact."
  type        = string
}

variable "memory" {
  description = "Memory in MB. The share of a processor grows with it, so more is often faster at the same price."
  type        = number

  validation {
    condition     = var.memory >= 128 && var.memory <= 10240
    error_message = "A function has 128 to 10240 MB."
  }
}

variable "timeout" {
  description = "Seconds after which a call is cut off."
  type        = number

  validation {
    condition     = var.timeout >= 1 && var.timeout <= 900
    error_message = "A function runs for 1 to 900 seconds."
  }
}

variable "concurrency" {
  description = "How many calls may run at once, taken from what the account has; -1 for no limit of its own."
  type        = number

  validation {
    condition     = var.concurrency >= -1
    error_message = "Give -1 for no limit, or a number of calls. 0 stops the function."
  }
}

variable "environment" {
  description = "What only this function finds in its environment."
  type        = map(string)
  default     = {}
}

variable "policies" {
  description = "What only this function may do, as policy documents in JSON."
  type        = list(string)
  default     = []
}
