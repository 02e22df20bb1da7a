terraform {
  # Values that are written and never kept, ephemeral and write-only ones, exist since 1.11, in OpenTofu too.
  required_version = ">= 1.11"
}

# scripts/infra.sh makes a new random value for every run. It is used when the secret is made or signing_key_version goes up, and
# forgotten otherwise: ephemeral means that it gets into no plan and not into the state.
variable "signing_key" {
  description = "The value for the signing key, when it is written."
  type        = string
  ephemeral   = true
  sensitive   = true

  validation {
    condition     = length(var.signing_key) >= 32
    error_message = "A signing key that is short can be guessed. scripts/infra.sh makes one of 64 characters."
  }
}

variable "signing_key_version" {
  description = "Raise it to have a new signing key written at the next deployment."
  type        = number
  default     = 1
}

resource "aws_secretsmanager_secret" "signing_key" {
  #checkov:skip=CKV2_AWS_57:Whoever checks signatures has to learn of a new key first, so a person decides when it changes.
  name        = "${local.name}/${var.stage}/signing-key"
  description = "Signs orders of ${local.prefix}"

  # For a month, a deleted secret can be brought back. dev has to be able to come again under the same name at once.
  recovery_window_in_days = var.stage == "dev" ? 0 : 30
}

resource "aws_secretsmanager_secret_version" "signing_key" {
  secret_id                = aws_secretsmanager_secret.signing_key.id
  secret_string_wo         = var.signing_key
  secret_string_wo_version = var.signing_key_version
}

data "aws_iam_policy_document" "signing_key" {
  statement {
    sid       = "ReadSigningKey"
    actions   = ["secretsmanager:GetSecretValue"]
    resources = [aws_secretsmanager_secret.signing_key.arn]
  }
}
