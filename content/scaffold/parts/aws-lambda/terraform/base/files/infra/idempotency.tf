# What has been done already, by the key of each event. Triggers deliver some events twice; the second time, a function finds
# the first answer here and does nothing.
resource "aws_dynamodb_table" "idempotency" {
  #checkov:skip=CKV_AWS_28:Records expire by themselves; a backup would bring back what nobody asks for any more.
  name         = "${local.prefix}-idempotency"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }

  ttl {
    attribute_name = "expiration"
    enabled        = true
  }
}

data "aws_iam_policy_document" "idempotency" {
  statement {
    sid       = "RememberWhatIsDone"
    actions   = ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"]
    resources = [aws_dynamodb_table.idempotency.arn]
  }
}
