# Gradual deployment: a new version first gets a tenth of the calls. When an errors alarm fires within five minutes, CodeDeploy
# puts all calls back on the version before; otherwise it moves the rest. dev has nobody to protect and moves at once.

resource "aws_codedeploy_app" "functions" {
  name             = local.prefix
  compute_platform = "Lambda"
}

locals {
  deployment = {
    application = aws_codedeploy_app.functions.name
    role_arn    = aws_iam_role.deployment.arn
    config      = var.stage == "dev" ? "CodeDeployDefault.LambdaAllAtOnce" : "CodeDeployDefault.LambdaCanary10Percent5Minutes"
  }
}

data "aws_iam_policy_document" "deployment_assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["codedeploy.amazonaws.com"]
    }

    # Only for this account: nobody else's CodeDeploy may borrow the role.
    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_iam_role" "deployment" {
  name               = "${local.prefix}-deployment"
  description        = "CodeDeploy moves the traffic of ${local.prefix} with it"
  assume_role_policy = data.aws_iam_policy_document.deployment_assume.json
}

data "aws_iam_policy_document" "deployment" {
  #checkov:skip=CKV_AWS_356:The alarms are only read.
  statement {
    sid     = "MoveTraffic"
    actions = ["lambda:GetAlias", "lambda:UpdateAlias", "lambda:GetProvisionedConcurrencyConfig"]
    resources = flatten([
      for function in local.functions : [
        "arn:${local.partition}:lambda:${local.region}:${local.account}:function:${function.name}",
        "arn:${local.partition}:lambda:${local.region}:${local.account}:function:${function.name}:live",
      ]
    ])
  }

  # Reading only; the role that AWS itself offers for this is not limited to single alarms either.
  statement {
    sid       = "WatchAlarms"
    actions   = ["cloudwatch:DescribeAlarms"]
    resources = ["*"]
  }
}

resource "aws_iam_role_policy" "deployment" {
  name   = "move-traffic"
  role   = aws_iam_role.deployment.id
  policy = data.aws_iam_policy_document.deployment.json
}
