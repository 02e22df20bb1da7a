# What every function promises.

mock_provider "aws" {
  source = "./tests/mocks"
}

run "in_all_stages" {
  command = plan

  assert {
    condition     = alltrue([for function in local.functions : startswith(function.name, "<% name %>-prod-")])
    error_message = "Functions are named by project, stage and trigger."
  }

  assert {
    condition     = aws_dynamodb_table.idempotency.hash_key == "id" && aws_dynamodb_table.idempotency.ttl[0].attribute_name == "expiration"
    error_message = "The functions expect the key id, and records that expire."
  }

  assert {
    condition     = local.deployment.config == "CodeDeployDefault.LambdaCanary10Percent5Minutes"
    error_message = "A new version gets a tenth of the traffic first."
  }
}

run "at_once_in_dev" {
  command = plan

  variables {
    stage = "dev"
  }

  assert {
    condition     = local.deployment.config == "CodeDeployDefault.LambdaAllAtOnce"
    error_message = "dev has no traffic that a tenth could be taken of."
  }
}

run "refuses_unknown_stages" {
  command = plan

  variables {
    stage = "production"
  }

  expect_failures = [var.stage]
}

run "limits_are_explicit" {
  command = plan

  module {
    source = "./modules/function"
  }

  variables {
    trigger     = "test"
    description = "A function"
    handler     = "test.handler"
    memory      = 512
    timeout     = 10
    concurrency = 5
    settings = {
      project            = "<% name %>"
      stage              = "prod"
      runtime            = "provided.al2023"
      artefact           = "versions.tf"
      environment        = {}
      policies           = []
      log_level          = "INFO"
      log_retention_days = 30
      deployment = {
        application = "<% name %>-prod"
        role_arn    = "arn:aws:iam::123456789012:role/deployment"
        config      = "CodeDeployDefault.LambdaCanary10Percent5Minutes"
      }
      # <% slot settings %>
    }
  }

  assert {
    condition     = aws_lambda_function.this.memory_size == 512 && aws_lambda_function.this.timeout == 10 && aws_lambda_function.this.reserved_concurrent_executions == 5
    error_message = "Memory, time-out and concurrency are not those that were given."
  }

  assert {
    condition     = aws_lambda_function.this.architectures == tolist(["arm64"]) && aws_lambda_function.this.publish
    error_message = "Functions run on arm64, and every change is a version."
  }

  assert {
    condition     = aws_cloudwatch_log_group.this.name == "/aws/lambda/<% name %>-prod-test" && aws_cloudwatch_log_group.this.retention_in_days == 30
    error_message = "The log has to exist before the function, with an end to what it keeps."
  }

  assert {
    condition     = aws_codedeploy_deployment_group.this.deployment_group_name == "<% name %>-prod-test" && contains(aws_codedeploy_deployment_group.this.alarm_configuration[0].alarms, "<% name %>-prod-test-errors")
    error_message = "Gradual deployment has to watch the errors alarm of its function."
  }

  assert {
    condition     = contains(aws_codedeploy_deployment_group.this.auto_rollback_configuration[0].events, "DEPLOYMENT_STOP_ON_ALARM")
    error_message = "An alarm has to bring the version before back."
  }

  assert {
    condition     = one(data.aws_iam_policy_document.permissions.statement).actions == toset(["logs:CreateLogStream", "logs:PutLogEvents"])
    error_message = "A function that was given no rights may write its log and nothing else."
  }
  # <% slot asserts %>
}
