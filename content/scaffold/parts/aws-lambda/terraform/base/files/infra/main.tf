provider "aws" {
  # Tags on everything that can have them: they answer whose it is, and what each stage costs.
  default_tags {
    tags = {
      project    = local.name
      stage      = var.stage
      managed-by = "terraform"
    }
  }
}

data "aws_caller_identity" "current" {}

data "aws_region" "current" {}

data "aws_partition" "current" {}

locals {
  name   = "<% name %>"
  prefix = "${local.name}-${var.stage}"

  account   = data.aws_caller_identity.current.account_id
  region    = data.aws_region.current.region
  partition = data.aws_partition.current.partition

  runtime   = "<% runtime %>"
  log_level = var.stage == "dev" ? "DEBUG" : "INFO"

  # What every function finds in its environment. No secrets: whoever may look at a function may read these.
  environment = merge(
    {
      STAGE                        = var.stage
      POWERTOOLS_SERVICE_NAME      = local.name
      POWERTOOLS_METRICS_NAMESPACE = local.name
      POWERTOOLS_LOG_LEVEL         = local.log_level
      IDEMPOTENCY_TABLE            = aws_dynamodb_table.idempotency.name
    },
    # <% slot environment %>
  )

  # What every function may do. What only one may do stands beside that function.
  policies = [
    data.aws_iam_policy_document.idempotency.json,
    # <% slot policies %>
  ]

  # What all functions have in common; handed to each of them as it is.
  function_settings = {
    project            = local.name
    stage              = var.stage
    runtime            = local.runtime
    artefact           = "${path.root}/${var.artefact}"
    environment        = local.environment
    policies           = local.policies
    log_level          = local.log_level
    log_retention_days = var.log_retention_days
    deployment         = local.deployment
    # <% slot function-settings %>
  }

  functions = [
    # <% slot functions %>
  ]
}
