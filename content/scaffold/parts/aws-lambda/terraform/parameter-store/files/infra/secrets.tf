# The parameter itself is not made here: a person sets it once per stage (see README.md), so that its value is in no file, no
# plan and no state. Its key is that of AWS for Parameter Store, which whoever may read the parameter may use.
locals {
  signing_key_parameter = "/${local.name}/${var.stage}/signing-key"
}

data "aws_iam_policy_document" "signing_key" {
  statement {
    sid       = "ReadSigningKey"
    actions   = ["ssm:GetParameter"]
    resources = ["arn:${local.partition}:ssm:${local.region}:${local.account}:parameter${local.signing_key_parameter}"]
  }
}
